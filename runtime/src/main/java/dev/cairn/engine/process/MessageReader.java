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
import dev.cairn.engine.process.MessageFormat.End;
import dev.cairn.engine.process.MessageFormat.Kind;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads messages as {@link MessageWriter} wrote them; what is malformed is refused, before any memory is allocated for it. */
final class MessageReader {
    private MessageReader() {}

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
