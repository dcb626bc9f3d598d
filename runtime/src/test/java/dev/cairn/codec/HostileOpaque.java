package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value that only a class can read: by the JDK's serialization, by Kryo field by field, or by a codec of the user's. Some name {@link
 * Canary} where a class is named.
 */
record HostileOpaque<T>(ArtifactCodec<T> codec, T value, UnaryOperator<byte[]> change) {
    /** How many there are. */
    static final int COUNT = 5;

    private static final String DECOY = "dev.cairn.codec.Decoys";
    private static final String CANARY = "dev.cairn.codec.Canary";

    /** Serializable. */
    static final class Saved implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final ArrayList<Object> list = new ArrayList<>();
        private final HashMap<Object, Object> map = new HashMap<>();
        private final double[][] matrix = {{1}, {2, 3}};

        @Nullable
        Serializable extra;
    }

    record Weight(String name, double value) {}

    /** Not serializable. */
    static final class Model {
        final List<Weight> weights = new ArrayList<>();
        final Map<String, double[]> layers = new TreeMap<>();

        @Nullable
        Object extra;
    }

    private static final NamedCodec<Saved> SAVED = Codecs.opaque(Saved.class, Decoys.class);
    private static final NamedCodec<Model> MODEL = Codecs.opaque(Model.class, Weight.class);
    private static final NamedCodec<CustomCodecTest.Lines> LINES = Codecs.custom(new CustomCodecTest.LinesCodec());

    static HostileOpaque<?> of(int number, Random random) {
        UnaryOperator<byte[]> same = UnaryOperator.identity();
        return switch (number) {
            case 0 -> new HostileOpaque<>(SAVED, saved(random), HostileOpaque::withCanary);
            case 1 -> new HostileOpaque<>(Codecs.list(SAVED), List.of(saved(random)), same);
            case 2 -> new HostileOpaque<>(MODEL, model(random), same);
            case 3 -> new HostileOpaque<>(MODEL, model(random), HostileOpaque::withNameInKryo);
            default ->
                new HostileOpaque<>(
                        Codecs.list(LINES),
                        List.of(new CustomCodecTest.Lines(List.of("a", "b" + random.nextInt()))),
                        same);
        };
    }

    /** The payload as an attacker would have it. */
    byte[] changed(byte[] payload) {
        return change.apply(payload);
    }

    private static byte[] withCanary(byte[] payload) {
        String text = new String(payload, StandardCharsets.ISO_8859_1);
        return text.replace(DECOY, CANARY).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Kryo reads a class as the number 1, the number of the name, and the name. */
    private static byte[] withNameInKryo(byte[] payload) {
        Output stream = new Output(64);
        stream.writeVarInt(1, true);
        stream.writeVarInt(0, true);
        stream.writeString(CANARY);
        Output forged = new Output(100);
        forged.writeByte(1);
        forged.writeVarInt(stream.position() << 1 | 1, true);
        forged.writeBytes(stream.toBytes());
        return forged.toBytes();
    }

    private static Saved saved(Random random) {
        Saved saved = new Saved();
        saved.list.addAll(List.of("a", random.nextInt(), new HashSet<>(List.of(1, 2))));
        saved.map.put("decoy", new Decoys());
        saved.map.put(random.nextDouble(), new int[random.nextInt(4)]);
        saved.extra = random.nextBoolean() ? new Decoys() : new Decoys[1];
        return saved;
    }

    private static Model model(Random random) {
        Model model = new Model();
        model.weights.add(new Weight("w", random.nextDouble()));
        model.layers.put("a", new double[] {1, 2});
        model.extra = random.nextBoolean() ? model : new Weight[] {new Weight("x", 2)};
        return model;
    }
}
