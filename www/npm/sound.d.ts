// What makes sounds: as the build writes it, it fills `ActivationLab.sound` when it is imported.
export {};
