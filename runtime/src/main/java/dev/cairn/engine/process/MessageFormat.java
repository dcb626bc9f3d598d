package dev.cairn.engine.process;

/** Messages as bytes. Both ends are of one version, since they have one class path; what is malformed is refused all the same. */
final class MessageFormat {
    private MessageFormat() {}

    /** What comes first in a message. The order is that of the wire. */
    enum Kind {
        ATTACH,
        RUN,
        STOP,
        CLOSE,
        ATTACHED,
        REFUSED,
        BEGAN,
        ENTERED,
        LEFT,
        LINE,
        OUTCOME
    }

    /** How an attempt ended. The order is that of the wire. */
    enum End {
        NOTHING,
        FINISHED,
        FANNED_OUT,
        FAILED
    }

    static byte[] write(Message message) {
        return MessageWriter.write(message);
    }

    /** @throws TornFrameException if these are not the bytes of a message */
    static Message read(byte[] bytes) throws TornFrameException {
        return MessageReader.read(bytes);
    }
}
