package dev.cairn.engine.process;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Ending;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.process.MessageFormat.End;
import dev.cairn.engine.process.MessageFormat.Kind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes messages as {@link MessageReader} reads them. */
final class MessageWriter {
    private MessageWriter() {}

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
}
