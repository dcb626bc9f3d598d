package dev.cairn.datastore;

/** Whether a run that has not ended still has somebody who drives it. */
public enum RunLife {
    /** It has: its process gave a sign of life lately, or its engine drives it. */
    ALIVE,
    /** Nobody drives it any more. */
    GONE,
    /** Its engine knows nothing of it: it has not started there, or ended long ago. Then the signs of life of the run tell. */
    ABSENT,
    /** Its engine cannot be asked. */
    UNKNOWN
}
