package dev.cairn.client;

import dev.cairn.CairnException;

/** A value was asked for whose class is not known here. */
public final class UnknownFlowException extends CairnException {
    private static final long serialVersionUID = 1;

    UnknownFlowException(String flow) {
        super("flow `" + flow
                + "` is not on the class path, so the values of its artifacts cannot be made. Add it, or ask tree(),"
                + " which needs no class.");
    }

    UnknownFlowException(String flow, String artifact) {
        super("flow `" + flow + "` has no artifact `" + artifact
                + "` any more, so its value cannot be made. Ask tree(), which needs" + " no class.");
    }
}
