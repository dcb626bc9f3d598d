package dev.cairn.codec;

import dev.cairn.codec.PayloadMap.Span;
import dev.cairn.codec.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes hostile inputs, each of which follows from a seed and its number. Those of a block are changes of the same artifacts, whose
 * types follow from the seed and the block.
 */
final class HostileInputs {
    /** How many inputs are made of the same artifacts. */
    static final int BLOCK = 4000;

    private static final int ARTIFACTS = 80;
    private static final int LARGE = 1 << 16;

    private final long seed;
    private final List<Sound> sound = new ArrayList<>();
    private long block = -1;

    HostileInputs(long seed) {
        this.seed = seed;
    }

    /** An artifact as it was written, in parts. */
    private record Sound(ArtifactCodec<?> codec, Schema schema, byte[] payload, List<Span> spans) {
        static <T> Sound of(ArtifactCodec<T> codec, T value) {
            byte[] artifact = ArtifactFormat.encode(codec, value).bytes();
            byte[] payload = Arrays.copyOfRange(artifact, Header.SIZE, artifact.length);
            return new Sound(codec, codec.schema(), payload, PayloadMap.of(codec.schema(), payload));
        }

        static <T> Sound of(VariedType<T> type, Random random) {
            return of(type.codec(), type.value(random));
        }
    }

    /** An input. */
    HostileInput input(long number) {
        if (number / BLOCK != block) {
            block = number / BLOCK;
            prepare(new Random(mixed(seed, ~block)));
        }
        return input(new Random(mixed(seed, number)), number);
    }

    /** Neighbours have nothing in common: the first numbers of similar seeds are similar. */
    private static long mixed(long seed, long number) {
        long mixed = (seed + number) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 31;
    }

    private void prepare(Random random) {
        sound.clear();
        VariedTypes types = new VariedTypes(random);
        while (sound.size() < ARTIFACTS - HostileOpaque.COUNT) {
            sound.add(Sound.of(types.next(1 + sound.size() % 4), random));
        }
        for (int i = 0; i < HostileOpaque.COUNT; i++) {
            sound.add(opaque(HostileOpaque.of(i, random)));
        }
    }

    private static <T> Sound opaque(HostileOpaque<T> opaque) {
        Sound sound = Sound.of(opaque.codec(), opaque.value());
        byte[] payload = opaque.changed(sound.payload());
        return new Sound(sound.codec(), sound.schema(), payload, PayloadMap.of(sound.schema(), payload));
    }

    private HostileInput input(Random random, long number) {
        PayloadMutator payloads = new PayloadMutator(random);
        SchemaMutator schemas = new SchemaMutator(random);
        Sound one = any(random);
        Sound other = any(random);
        if (number % 1000 == 999) {
            return filled(random, one);
        } else if (number % 100 == 49) {
            return deep(random, other);
        }
        return switch (random.nextInt(22)) {
            default -> of(one, other, payloads.mutated(one.payload(), one.spans(), other.payload(), other.spans()));
            case 11, 12, 13, 14 ->
                HostileInput.of(
                        one.codec(), other.codec(), one.payload(), schemas.mutated(one.schema(), other.schema()));
            case 15, 16, 17 ->
                HostileInput.of(
                        one.codec(),
                        other.codec(),
                        payloads.mutated(one.payload(), one.spans(), other.payload(), other.spans()),
                        schemas.mutated(one.schema(), other.schema()));
            case 18 -> of(one, other, payloads.random(random.nextInt(120)));
            case 19 ->
                HostileInput.of(
                        one.codec(),
                        other.codec(),
                        one.payload(),
                        other.schema().bytes());
            case 20 -> of(one, other, spliced(random, one.payload(), other.payload()));
            case 21 -> header(random, of(one, other, one.payload()));
        };
    }

    private Sound any(Random random) {
        return sound.get(random.nextInt(sound.size()));
    }

    private static HostileInput of(Sound one, Sound other, byte[] payload) {
        return HostileInput.of(one.codec(), other.codec(), payload, one.schema().bytes());
    }

    private static byte[] spliced(Random random, byte[] one, byte[] other) {
        int from = random.nextInt(other.length + 1);
        byte[] spliced = Arrays.copyOf(one, random.nextInt(one.length + 1) + other.length - from);
        System.arraycopy(other, from, spliced, spliced.length - (other.length - from), other.length - from);
        return spliced;
    }

    private static HostileInput header(Random random, HostileInput input) {
        byte[] artifact = input.artifact().clone();
        artifact[random.nextInt(random.nextBoolean() ? 4 : Header.SIZE)] ^= (byte) (1 << random.nextInt(8));
        byte[] whole = random.nextInt(4) == 0 ? Arrays.copyOf(artifact, random.nextInt(Header.SIZE + 2)) : artifact;
        return new HostileInput(input.codec(), input.other(), whole, input.schema());
    }

    /** What holds itself, or claims to. */
    private static HostileInput deep(Random random, Sound other) {
        byte[] level = switch (random.nextInt(7)) {
            case 0, 1 -> new byte[] {1, 0};
            case 2 -> new byte[] {1, 1, 1};
            case 3 -> new byte[] {1, 0, 0, 0, 2};
            case 4 -> new byte[] {2, 3, 1, 9, 2};
            default -> new byte[] {(byte) random.nextInt(4)};
        };
        int depth = random.nextInt(4) == 0 ? 490 + random.nextInt(20) : random.nextInt(1100);
        byte[] payload = new byte[level.length * depth + random.nextInt(40)];
        for (int i = 0; i < level.length * depth; i++) {
            payload[i] = level[i % level.length];
        }
        ArtifactCodec<?> codec =
                List.of(Samples.NODE, Samples.BOX, Codecs.any(Samples.BOX)).get(random.nextInt(3));
        byte[] schema = random.nextInt(3) > 0
                ? codec.schema().bytes()
                : List.of(
                                "cairn schema 1\na.S\nsealed a.S{a.S}\n",
                                "cairn schema 1\na.S\nstruct a.S{s:a.S}\n",
                                "cairn schema 1\na.S\nsealed a.S{a.T}\nsealed a.T{a.S}\n",
                                "cairn schema 1\na.S\nstruct a.S{s:optional<a.S>,t:list<a.S>}\n",
                                "cairn schema 1\ncom.acme.Node\nstruct com.acme.Node{value:i32,left:com.acme.Node}\n")
                        .get(random.nextInt(5))
                        .getBytes(StandardCharsets.UTF_8);
        return HostileInput.of(codec, other.codec(), payload, schema);
    }

    /** Many values of few bytes: as many elements as there are bytes for. */
    private static HostileInput filled(Random random, Sound one) {
        ArtifactCodec<?> codec = Codecs.list(one.codec());
        byte[] element = new byte[1 + random.nextInt(4)];
        for (int i = 0; i < element.length; i++) {
            element[i] = (byte) random.nextInt(4);
        }
        int size = 4096 + random.nextInt(LARGE - 4096);
        byte[] payload = new byte[3 + size];
        int stored = size / element.length + 1;
        payload[0] = (byte) (stored & 0x7F | 0x80);
        payload[1] = (byte) (stored >>> 7 & 0x7F | 0x80);
        payload[2] = (byte) (stored >>> 14);
        for (int i = 0; i < size; i++) {
            payload[3 + i] = element[i % element.length];
        }
        return HostileInput.of(codec, one.codec(), payload, codec.schema().bytes());
    }
}
