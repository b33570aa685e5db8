// The Share dialog: as the build writes it, it fills `ActivationLab.sharing` when it is imported.
export {};
