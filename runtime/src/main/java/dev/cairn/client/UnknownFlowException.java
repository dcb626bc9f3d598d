package dev.cairn.client;

import dev.cairn.CairnException;

/** The class of a requested value is not available in this process. */
public final class UnknownFlowException extends CairnException {
    private static final long serialVersionUID = 1;

    UnknownFlowException(String flow) {
        super("flow `" + flow
                + "` is not on the class path, so the values of its artifacts cannot be read. Add it to the class path,"
                + " or call tree(), which needs no class.");
    }

    UnknownFlowException(String flow, String artifact) {
        super("flow `" + flow + "` no longer has an artifact `" + artifact
                + "`, so its value cannot be read. Call tree(), which needs no class.");
    }
}
