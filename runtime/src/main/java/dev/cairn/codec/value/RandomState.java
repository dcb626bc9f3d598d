package dev.cairn.codec.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a {@link Random} knows: what its <a
 * href="https://docs.oracle.com/en/java/javase/17/docs/api/serialized-form.html#java.util.Random">serialized form</a> documents. No
 * method gives it, so that it is read from that form, and where a gaussian number waits, written to it: {@code setSeed} would
 * forget that.
 *
 * @param seed the seed as it is kept, of 48 bits
 * @param waits whether the second of a pair of gaussian numbers has not been asked for yet
 * @param gaussian that number; 0 if none waits
 */
record RandomState(long seed, boolean waits, double gaussian) {
    /** What the contract of {@code Random.setSeed} says that a seed is combined with. */
    private static final long SCRAMBLE = 0x5DEECE66DL;

    private static final long MOST = (1L << 48) - 1;

    /** The three fields in the order of their names, and the byte behind what a class writes itself. */
    private static final int TAIL = 1 + Double.BYTES + Long.BYTES + 1;

    private static final Pattern TEXT = Pattern.compile("seed (\\d+)(?:, gaussian ([0-9a-f]{16}))?");

    /** Refuses what no {@link Random} knows. */
    RandomState {
        if (seed < 0 || seed > MOST || !waits && gaussian != 0) {
            throw new IllegalArgumentException("not the state of a java.util.Random: " + seed);
        }
    }

    static RandomState of(Random random) {
        byte[] bytes = serialized(random);
        ByteBuffer fields = ByteBuffer.wrap(bytes, bytes.length - TAIL, TAIL);
        boolean waits = fields.get() != 0;
        double gaussian = fields.getDouble();
        return new RandomState(fields.getLong() & MOST, waits, waits ? gaussian : 0);
    }

    Random random() {
        if (!waits) {
            return new Random(seed ^ SCRAMBLE);
        }
        byte[] bytes = serialized(new Random(0));
        ByteBuffer.wrap(bytes, bytes.length - TAIL, TAIL)
                .put((byte) 1)
                .putDouble(gaussian)
                .putLong(seed);
        return deserialized(bytes);
    }

    private static byte[] serialized(Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Random deserialized(byte[] bytes) {
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            input.setObjectInputFilter(info -> info.serialClass() == null || info.serialClass() == Random.class
                    ? ObjectInputFilter.Status.ALLOWED
                    : ObjectInputFilter.Status.REJECTED);
            return (Random) input.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@link #toString} gave. */
    static RandomState parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long seed = Long.parseLong(matcher.group(1));
        String gaussian = matcher.group(2);
        return new RandomState(seed, gaussian != null, gaussian == null ? 0 : gaussian(gaussian));
    }

    private static double gaussian(String bits) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    }

    /** The gaussian by its bits, because its digits depend on the version of the JDK. */
    @Override
    public String toString() {
        return "seed " + seed
                + (waits ? ", gaussian " + HexFormat.of().toHexDigits(Double.doubleToLongBits(gaussian)) : "");
    }
}
