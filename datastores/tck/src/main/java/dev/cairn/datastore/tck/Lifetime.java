package dev.cairn.datastore.tck;

/** How long a datastore keeps its content, and therefore who else can open it with its URL. */
public enum Lifetime {
    /** Until it is closed. Nobody else can open it: its URL opens a new datastore each time. */
    INSTANCE,
    /** As long as the process. The same process can open it again, even while it is open. */
    PROCESS,
    /** Longer than any process. Other processes can open it too, even while it is open. */
    DURABLE
}
