package dev.cairn.engine.process;

import java.io.IOException;

/** What arrived is not what the other process may send. */
final class TornFrameException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param what what arrived, as the end of a sentence */
    TornFrameException(String what) {
        super(what);
    }
}
