package dev.cairn.datastore.tck;

/** How long a datastore keeps what it was given, and so who else can read it under its URL. */
public enum Lifetime {
    /** Until it is closed. Nobody else can open it: its URL opens a new one. */
    INSTANCE,
    /** As long as the process. It can be opened again there, also while it is open. */
    PROCESS,
    /** Longer than any process. Other processes can open it too, also while it is open. */
    DURABLE
}
