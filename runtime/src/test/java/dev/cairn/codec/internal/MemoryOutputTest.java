package dev.cairn.codec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryOutputTest {
    @Test
    void itHasAllThatWasWritten() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            MemoryOutput output = new MemoryOutput();
            for (int i = random.nextInt(40); i > 0; i--) {
                byte[] bytes = new byte[1 << random.nextInt(16)];
                random.nextBytes(bytes);
                if (random.nextInt(4) == 0) {
                    output.expect(random.nextInt(2 * bytes.length));
                }
                output.writeBytes(bytes);
                expected.writeBytes(bytes);
                output.writeLong(i);
                expected.writeBytes(new byte[] {(byte) i, 0, 0, 0, 0, 0, 0, 0});
                assertThat(output.total()).as("seed %d", seed).isEqualTo(expected.size());
            }
            assertThat(output.toBytes()).as("seed %d", seed).isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void whatWasExpectedIsNotCopiedAgain() {
        MemoryOutput output = new MemoryOutput();
        output.writeInt(7);
        output.expect(100_000);
        output.writeBytes(new byte[100_000]);
        assertThat(output.toBytes()).isSameAs(output.getBuffer()).hasSize(100_004);
    }

    @Test
    void bytesThatNeedRoomAnywayAreWrittenAtOnce() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        MemoryOutput output = new MemoryOutput();
        output.writeByte(7);
        assertThat(output.writeAtOnce(new byte[500])).as("there is room").isFalse();
        assertThat(output.writeAtOnce(bytes)).isTrue();
        assertThat(output.total()).isEqualTo(100_001);
        byte[] first = output.toBytes();
        assertThat(first).isSameAs(output.getBuffer()).startsWith(7).endsWith(bytes);

        assertThat(output.writeAtOnce(bytes))
                .as("a long buffer is put aside, not copied")
                .isFalse();
        output.writeByte(8);
        assertThat(output.toBytes()).hasSize(100_002).startsWith(first).endsWith(8);
    }

    @Test
    void moreThanAnArrayCanHaveIsNotMadeRoomFor() {
        MemoryOutput output = new MemoryOutput();
        output.expect(Integer.MAX_VALUE);
        output.writeByte(1);
        assertThat(output.toBytes()).containsExactly(1);
    }
}
