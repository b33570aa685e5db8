// The list of keys: as the build writes it, it fills `ActivationLab.help` when it is imported.
export {};
