package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.internal.Sha256;
import dev.cairn.codec.internal.SizedInput;
import dev.cairn.codec.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads hostile inputs in every way that there is: by position or by plan, from an array or a stream; as tree; as the beginning of a
 * text; the tree as a value of the same type, and of another. Each gives a value or a {@link CodecException}, within 32 times the
 * memory of the input. A value that was read can be written, and is read from that again. Counts; not thread-safe.
 */
final class HostileReading {
    /** How many bytes of memory a byte of input may take. */
    private static final int FACTOR = 32;

    /** The same of what is refused in the end: it may have been sets and maps, which nobody can count any more. */
    private static final int FACTOR_OF_REFUSED = 96;

    /** What reading takes at any rate: buffers, plans, an exception that has gone through 500 levels. */
    private static final int ALWAYS = 1 << 19;

    private static final int PREVIEW = 300;

    /** Each input is read by position or by plan, and as tree; and in one of so many other ways. */
    private static final int WAYS = 3;

    private static final Pattern UNTHOUGHT = Pattern.compile(
            "NullPointerException|ClassCastException|IndexOutOfBounds|NegativeArraySize|ArrayStore|Arithmetic|IllegalState");

    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private long measured;

    /** What went wrong with an input, if anything did. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;

        Violation(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    /** How often each thing happened. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** How often memory had to be measured, because more was allocated than may be live. */
    long measured() {
        return measured;
    }

    private void count(String event) {
        counts.merge(event, 1, Integer::sum);
    }

    /**
     * Reads an input.
     *
     * @throws Violation if it is not read, or refused, as it should be
     */
    void read(HostileInput input) {
        boolean stored = input.codec().schema().hasHash(Sha256.of(input.schema()));
        typed(stored ? "typed" : "planned", input, input.codec());
        Schema schema = stored ? input.codec().schema() : parsed(input);
        if (schema == null) {
            return;
        }
        byte[] payload = payload(input.artifact());
        Tree tree = (Tree) attempt(
                "tree",
                input,
                () -> ArtifactFormat.treeOfPayload(new Input(payload), schema),
                () -> LiveBytes.most(payload, stream -> treeOf(schema, stream, payload.length)));
        if (input.size() % WAYS == 1) {
            Callable<@Nullable Object> previewing =
                    () -> ArtifactFormat.beginningText(schema, input.artifact(), input.artifact().length, PREVIEW)
                            .orElse("");
            attempt("preview", input, previewing, () -> LiveBytes.kept(previewing));
        }
        if (tree != null) {
            fromTree("fromTree", input, input.codec(), tree);
            if (input.size() % WAYS == 2) {
                attempt("text of tree", input, tree::toString, null);
                fromTree("fromTree of another type", input, input.other(), tree);
            }
        }
    }

    private @Nullable Schema parsed(HostileInput input) {
        return (Schema) attempt(
                "schema",
                input,
                () -> Schema.parse(input.schema()),
                () -> LiveBytes.kept(() -> Schema.parse(input.schema())));
    }

    private static byte[] payload(byte[] artifact) {
        return Arrays.copyOfRange(artifact, Math.min(Header.SIZE, artifact.length), artifact.length);
    }

    private static Tree treeOf(Schema schema, InputStream stream, int size) {
        return ArtifactFormat.treeOfPayload(new SizedInput(stream, Math.max(1, Math.min(1 << 16, size)), size), schema);
    }

    private <T> void typed(String how, HostileInput input, ArtifactCodec<T> codec) {
        byte[] artifact = input.artifact();
        LiveBytes.Reading streaming = stream -> ArtifactFormat.decode(codec, stream, artifact.length, input.schemas());
        LongSupplier measure = () -> LiveBytes.most(artifact, streaming);
        Object value = attempt(how, input, () -> ArtifactFormat.decode(codec, artifact, input.schemas()), measure);
        if (input.size() % WAYS == 0) {
            Object streamed = attempt(
                    how + " from a stream", input, () -> streaming.read(new ByteArrayInputStream(artifact)), measure);
            if ((value == null) != (streamed == null)) {
                throw new Violation("an array and a stream of the same bytes are not read alike", null);
            }
        }
        if (value != null) {
            writeAgain(how, input, codec, value);
        }
    }

    private <T> void fromTree(String how, HostileInput input, ArtifactCodec<T> codec, Tree tree) {
        Callable<@Nullable Object> making = () -> ArtifactFormat.fromTree(codec, tree);
        Object value = attempt(how, input, making, () -> LiveBytes.kept(making));
        if (value != null) {
            writeAgain(how, input, codec, value);
        }
    }

    /** What was read is a value like any other: it is written, and what was written is read and written as the same bytes. */
    @SuppressWarnings("unchecked") // the codec has made it
    private <T> void writeAgain(String how, HostileInput input, ArtifactCodec<T> codec, Object value) {
        byte[] written = (byte[]) attempt(
                how + ", written",
                input,
                () -> ArtifactFormat.encode(codec, (T) value).bytes(),
                null);
        if (written != null) {
            T again = ArtifactFormat.decode(codec, written, input.schemas());
            byte[] twice = ArtifactFormat.encode(codec, again).bytes();
            if (!Arrays.equals(written, twice)) {
                throw new Violation(how + ": what was read is not what is read of it, once written", null);
            }
        }
    }

    private @Nullable Object attempt(
            String how, HostileInput input, Callable<@Nullable Object> reading, @Nullable LongSupplier measure) {
        long before = LiveBytes.allocated();
        Object value = null;
        try {
            value = reading.call();
            count(how + ": read");
        } catch (CodecException e) {
            count(how + ": " + e.getClass().getSimpleName());
            requireExpected(how, e);
        } catch (Throwable e) {
            throw new Violation(how + ": " + e, e);
        }
        long allocated = LiveBytes.allocated() - before;
        if (measure != null && allocated > allowed(input, FACTOR)) {
            measured++;
            long live = measure.getAsLong();
            long most = value == null
                    ? allowed(input, FACTOR_OF_REFUSED)
                    : allowed(input, FACTOR) + Containers.extra(value);
            if (live > most) {
                throw new Violation(
                        how + ": " + live + " bytes are live, of " + input.size() + " that were read", null);
            }
        }
        return value;
    }

    private static long allowed(HostileInput input, int factor) {
        return ALWAYS + (long) factor * input.size();
    }

    /** A message that names one of these says nothing of the data: the last net has caught what nobody thought of. */
    private void requireExpected(String how, CodecException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause != e) {
            count("cause: " + cause.getClass().getSimpleName());
        }
        if (!e.problem().contains("Exception") && !(cause instanceof Error)) {
            return;
        }
        boolean reflective = e.problem().contains("reflectively"); // what Kryo's own serializers throw
        if (!reflective && UNTHOUGHT.matcher(e.problem()).find() || cause instanceof OutOfMemoryError) {
            throw new Violation(how + ": " + e.getMessage(), e);
        }
    }
}
