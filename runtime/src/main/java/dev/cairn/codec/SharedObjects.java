package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.CodecKryo;
import dev.cairn.codec.internal.Sight;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds changeable objects that occur at two places, in one value or in several values. Values are stored separately, so each place has
 * its own copy when they are read. Not thread-safe.
 *
 * <p>It encodes the values, without storing the result. Parts that cannot change are skipped, because of their codec or their class: a
 * list of immutable records costs as much as one object. Only identical objects are found, not equal ones.
 */
public final class SharedObjects {
    /**
     * One object at two places.
     *
     * @param value the name of the value in which it was found first
     * @param other the name of the value in which it was found again, which may be the same
     * @param place where it is in the first value, such as {@code rows[1]}
     * @param otherPlace where it is in the other value
     */
    public record Shared(String value, String other, String place, String otherPlace) {}

    private record Looked(String name, ArtifactCodec<?> codec, Object value) {}

    /** What is encoded of one value beside the objects that are looked for, such as long strings, has to have an end too. */
    private static final long BYTES_PER_OBJECT = 1 << 10;

    private final int most;
    private final List<Looked> looked = new ArrayList<>();
    private final Sightings sightings = new Sightings();
    private final Nowhere nowhere = new Nowhere();

    /**
     * Starts a search.
     *
     * @param most the largest number of changeable objects to examine in each value
     */
    public SharedObjects(int most) {
        this.most = most;
    }

    /**
     * {@return whether values of a codec, or parts of them, can be changed in place}
     *
     * @param codec the codec of the values
     */
    public static boolean canBeIn(ArtifactCodec<?> codec) {
        return codec.isChangeable() || codec.holdsChangeable();
    }

    /**
     * Examines a value. If part of it cannot be stored, only the parts before it are examined.
     *
     * @param name the name of the value, for {@link Shared}
     * @param codec the codec of the value
     * @param value what to examine; null has no objects
     */
    public void look(String name, ArtifactCodec<?> codec, @Nullable Object value) {
        if (value != null) {
            looked.add(new Looked(name, codec, value));
            sightings.enter(looked.size() - 1, most);
            if (codec.holdsChangeable()) {
                write(codec, value, sightings);
            } else if (codec.isChangeable()) {
                sightings.see(codec, value);
            }
        }
    }

    /** {@return the objects that were found, one for each pair of values} */
    public List<Shared> found() {
        return sightings.twice().stream().map(this::shared).toList();
    }

    private Shared shared(Sightings.Twice twice) {
        Looked first = looked.get(twice.first());
        Looked second = looked.get(twice.second());
        boolean isWithin = twice.first() == twice.second();
        return new Shared(
                first.name(),
                second.name(),
                place(first, twice.object(), 1),
                place(second, twice.object(), isWithin ? 2 : 1));
    }

    /** The way to an object, which is the path of an exception that is thrown there. */
    private String place(Looked in, Object object, int time) {
        CodecException there = write(in.codec(), in.value(), new Place(object, time));
        List<String> way = there == null ? List.of() : there.path();
        if (way.isEmpty()) {
            return in.name();
        }
        String arrow = way.get(0).startsWith("[") ? "" : " -> ";
        return in.name() + arrow + String.join(" -> ", way);
    }

    @SuppressWarnings("unchecked") // the definition of the flow knows that the value fits
    private @Nullable CodecException write(ArtifactCodec<?> codec, Object value, Sight sight) {
        CodecKryo kryo = CodecKryo.borrow();
        kryo.state().look(sight);
        nowhere.left = most * BYTES_PER_OBJECT;
        try {
            ((ArtifactCodec<Object>) codec).write(kryo, new Output(nowhere, 1 << 9), value);
            return null;
        } catch (Sight.Enough e) {
            return null;
        } catch (CodecException e) {
            return e;
        } finally {
            kryo.state().look(null);
            CodecKryo.giveBack(kryo);
        }
    }

    /** Takes so many bytes, and forgets them. */
    private static final class Nowhere extends OutputStream {
        private long left;

        @Override
        public void write(int next) {
            take(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            take(length);
        }

        private void take(int length) {
            left -= length;
            if (left < 0) {
                throw Sight.Enough.ENOUGH;
            }
        }
    }

    /** Throws where an object is met for the so-manieth time. */
    private static final class Place implements Sight {
        private final Object object;
        private int left;

        private Place(Object object, int time) {
            this.object = object;
            this.left = time;
        }

        @Override
        public boolean see(ArtifactCodec<?> codec, Object value) {
            if (value == object && --left == 0) {
                throw new UnsupportedValueException("here it is").from(codec);
            }
            return !codec.holdsChangeable();
        }
    }
}
