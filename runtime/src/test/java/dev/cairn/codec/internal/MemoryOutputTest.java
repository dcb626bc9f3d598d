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
    void moreThanAnArrayCanHaveIsNotMadeRoomFor() {
        MemoryOutput output = new MemoryOutput();
        output.expect(Integer.MAX_VALUE);
        output.writeByte(1);
        assertThat(output.toBytes()).containsExactly(1);
    }
}
