package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A {@link Random} goes on where it was. */
final class RandomCodecTest {
    @Test
    void goesOnAfterAnyNumberOfDraws() {
        for (int draws = 0; draws < 20; draws++) {
            Random random = new Random(42);
            for (int i = 0; i < draws; i++) {
                random.nextInt();
            }
            Random read = roundTrip(random);
            for (int i = 0; i < 10; i++) {
                assertThat(read.nextLong()).isEqualTo(random.nextLong());
                assertThat(read.nextGaussian()).isEqualTo(random.nextGaussian());
            }
        }
    }

    @Test
    void keepsTheSecondOfAPairOfGaussianNumbers() {
        Random random = new Random(7);
        random.nextGaussian();
        random.nextInt();

        Random read = roundTrip(random);

        assertThat(read.nextGaussian()).isEqualTo(random.nextGaussian());
        assertThat(read.nextInt()).isEqualTo(random.nextInt());
    }

    @Test
    void isNotChangedByBeingStored() {
        Random random = new Random(7);
        Random same = new Random(7);
        random.nextGaussian();
        same.nextGaussian();

        roundTrip(random);

        assertThat(random.nextGaussian()).isEqualTo(same.nextGaussian());
        assertThat(random.nextInt()).isEqualTo(same.nextInt());
    }

    @Test
    void sameStateGivesTheSameBytesHoweverItCameToBe() {
        Random random = new Random(3);
        random.nextGaussian();
        random.nextGaussian();
        Random sameSeed = new Random(3);
        while (!state(sameSeed).equals(state(random))) {
            sameSeed.nextInt();
        }

        assertThat(encode(sameSeed)).isEqualTo(encode(random));
        assertThat(encode(new Random(3))).isEqualTo(encode(new Random(3))).isNotEqualTo(encode(new Random(4)));
    }

    @Test
    void seedAndGaussianAreThePayload() {
        Random random = new Random(0);
        random.nextGaussian();

        assertThat(payload(new Random(0))).isEqualTo("01" + "da99e7eebb01" + "00");
        assertThat(payload(random)).isEqualTo("01" + "82b5f48baece4d" + "01" + "c8e0b22e77d9ecbf");
    }

    private static String payload(Random random) {
        byte[] bytes = encode(random);
        int header = encode(null).length - 1;
        return HexFormat.of().formatHex(bytes, header, bytes.length);
    }

    @Test
    void theTreeShowsSeedAndGaussianAndIsRead() {
        Schemas schemas = new Schemas();
        Random random = new Random(0);
        assertThat(schemas.tree(schemas.encode(Codecs.RANDOM, random)))
                .isEqualTo(new Tree.Scalar("random", "seed 25214903917"));

        random.nextGaussian();
        Tree tree = schemas.tree(schemas.encode(Codecs.RANDOM, random));
        assertThat(tree).isEqualTo(new Tree.Scalar("random", "seed 170671006977345, gaussian bfecd9772eb2e0c8"));

        Random read = Objects.requireNonNull(Codecs.RANDOM.fromTree(tree));
        assertThat(read.nextGaussian()).isEqualTo(random.nextGaussian());
        assertThat(read.nextLong()).isEqualTo(random.nextLong());
        assertThatThrownBy(() -> Codecs.RANDOM.fromTree(new Tree.Scalar("string", "seed of doubt")))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage("\"seed of doubt\" is not a Random");
    }

    @Test
    void canBeAnObject() {
        Random random = new Random(5);
        random.nextInt();

        Object read = Schemas.roundTrip(Codecs.any(), Map.of("random", random));

        assertThat(((Random) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(read)).get("random")))
                        .nextInt())
                .isEqualTo(random.nextInt());
    }

    @Test
    void subclassesAreRefused() {
        String reason =
                " cannot be stored as a java.util.Random, because it is more than that; use a java.util.Random, or keep"
                        + " the seed in a field and the generator in a `transient` one";
        assertThatThrownBy(() -> encode(new SecureRandom()))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("java.security.SecureRandom" + reason);
        assertThatThrownBy(() -> encode(ThreadLocalRandom.current()))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("java.util.concurrent.ThreadLocalRandom" + reason);
    }

    private static Random roundTrip(Random random) {
        return Objects.requireNonNull(Schemas.roundTrip(Codecs.RANDOM, random));
    }

    private static byte[] encode(@Nullable Random random) {
        return new Schemas().encode(Codecs.RANDOM, random);
    }

    private static String state(Random random) {
        Schemas schemas = new Schemas();
        return schemas.tree(schemas.encode(Codecs.RANDOM, random)).toString();
    }
}
