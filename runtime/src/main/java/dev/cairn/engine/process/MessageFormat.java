package dev.cairn.engine.process;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Ending;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages as bytes. Both ends are of one version, since they have one class path; what is malformed is refused all the same. */
final class MessageFormat {
    private MessageFormat() {}

    /** What comes first in a message. The order is that of the wire. */
    private enum Kind {
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
    private enum End {
        NOTHING,
        FINISHED,
        FANNED_OUT,
        FAILED
    }

    static byte[] write(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(message, new DataOutputStream(bytes));
        } catch (IOException e) { // not in memory
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Message message, DataOutputStream out) throws IOException {
        if (message instanceof Message.Attach attach) {
            out.writeByte(Kind.ATTACH.ordinal());
            text(attach.provider(), out);
            text(attach.datastore(), out);
            text(attach.run().toString(), out);
            out.writeInt(attach.secrets().size());
            for (Map.Entry<String, byte[]> secret : attach.secrets().entrySet()) {
                text(secret.getKey(), out);
                bytes(secret.getValue(), out);
            }
            out.writeLong(attach.largeArtifact());
            out.writeBoolean(attach.captureOutput());
        } else if (message instanceof Message.Run run) {
            out.writeByte(Kind.RUN.ordinal());
            text(run.task().toString(), out);
            out.writeInt(run.attempt());
            texts(run.parents().stream().map(TaskId::toString).toList(), out);
        } else if (message instanceof Message.Refused refused) {
            out.writeByte(Kind.REFUSED.ordinal());
            failure(refused.reason(), out);
        } else if (message instanceof Message.Line line) {
            out.writeByte(Kind.LINE.ordinal());
            text(line.path(), out);
            Instant at = line.line().at();
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            out.writeByte(line.line().stream().ordinal());
            text(line.line().text(), out);
        } else if (message instanceof Message.Outcome outcome) {
            out.writeByte(Kind.OUTCOME.ordinal());
            outcome(outcome.outcome(), out);
        } else {
            out.writeByte(bare(message).ordinal());
        }
    }

    private static Kind bare(Message message) {
        if (message instanceof Message.Stop) {
            return Kind.STOP;
        } else if (message instanceof Message.Close) {
            return Kind.CLOSE;
        } else if (message instanceof Message.Attached) {
            return Kind.ATTACHED;
        } else if (message instanceof Message.Began) {
            return Kind.BEGAN;
        }
        return message instanceof Message.Entered ? Kind.ENTERED : Kind.LEFT;
    }

    private static void outcome(TaskOutcome outcome, DataOutputStream out) throws IOException {
        text(outcome.task().toString(), out);
        out.writeInt(outcome.attempt());
        TaskFact fact = outcome.fact();
        if (fact == null) {
            out.writeByte(End.NOTHING.ordinal());
        } else {
            text(fact.task().toString(), out, End.values()[end(fact.ending())]);
            out.writeInt(fact.attempt());
            if (fact.ending() instanceof Finished finished) {
                texts(finished.next(), out);
                out.writeBoolean(finished.caught());
            } else if (fact.ending() instanceof FannedOut foreach) {
                out.writeInt(foreach.count());
            } else {
                out.writeBoolean(((Failed) fact.ending()).mayRetry());
            }
        }
        out.writeBoolean(outcome.failure() != null);
        if (outcome.failure() != null) {
            failure(outcome.failure(), out);
        }
    }

    private static int end(Ending ending) {
        if (ending instanceof Finished) {
            return End.FINISHED.ordinal();
        }
        return (ending instanceof FannedOut ? End.FANNED_OUT : End.FAILED).ordinal();
    }

    private static void text(String text, DataOutputStream out, End first) throws IOException {
        out.writeByte(first.ordinal());
        text(text, out);
    }

    private static void failure(FailureRecord failure, DataOutputStream out) throws IOException {
        text(failure.type(), out);
        text(failure.message(), out);
        text(failure.stackTrace(), out);
    }

    private static void texts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text, out);
        }
    }

    /** Not as UTF: that has at most 64 KB. A lone surrogate becomes a question mark, as in what is stored. */
    private static void text(String text, DataOutputStream out) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws TornFrameException if these are not the bytes of a message */
    static Message read(byte[] bytes) throws TornFrameException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            Message message = read(in);
            if (in.available() > 0) {
                throw new TornFrameException("a message with " + in.available() + " bytes too many");
            }
            return message;
        } catch (TornFrameException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // whatever garbage leads to
            throw new TornFrameException("a message of " + bytes.length + " bytes that cannot be read");
        }
    }

    private static Message read(DataInputStream in) throws IOException {
        return switch (Kind.values()[in.readUnsignedByte()]) {
            case ATTACH -> attach(in);
            case RUN -> new Message.Run(TaskId.parse(text(in)), in.readInt(), tasks(in));
            case STOP -> new Message.Stop();
            case CLOSE -> new Message.Close();
            case ATTACHED -> new Message.Attached();
            case REFUSED -> new Message.Refused(failure(in));
            case BEGAN -> new Message.Began();
            case ENTERED -> new Message.Entered();
            case LEFT -> new Message.Left();
            case LINE ->
                new Message.Line(
                        text(in),
                        new LogLine(
                                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                                LogLine.Stream.values()[in.readUnsignedByte()],
                                text(in)));
            case OUTCOME -> new Message.Outcome(outcome(in));
        };
    }

    private static Message attach(DataInputStream in) throws IOException {
        String provider = text(in);
        String datastore = text(in);
        RunId run = new RunId(text(in));
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            secrets.put(text(in), bytes(in));
        }
        return new Message.Attach(provider, datastore, run, secrets, in.readLong(), in.readBoolean());
    }

    private static TaskOutcome outcome(DataInputStream in) throws IOException {
        TaskId task = TaskId.parse(text(in));
        int attempt = in.readInt();
        End end = End.values()[in.readUnsignedByte()];
        TaskFact fact = end == End.NOTHING ? null : new TaskFact(TaskId.parse(text(in)), in.readInt(), ending(end, in));
        return new TaskOutcome(task, attempt, fact, in.readBoolean() ? failure(in) : null);
    }

    private static Ending ending(End end, DataInputStream in) throws IOException {
        return switch (end) {
            case FINISHED -> new Finished(texts(in), in.readBoolean());
            case FANNED_OUT -> new FannedOut(in.readInt());
            default -> new Failed(in.readBoolean());
        };
    }

    private static FailureRecord failure(DataInputStream in) throws IOException {
        return new FailureRecord(text(in), text(in), text(in));
    }

    private static List<TaskId> tasks(DataInputStream in) throws IOException {
        return texts(in).stream().map(TaskId::parse).toList();
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) { // before anything is allocated
            throw new TornFrameException(
                    "a length of " + Integer.toUnsignedString(length) + " bytes where " + in.available() + " follow");
        }
        return in.readNBytes(length);
    }
}
