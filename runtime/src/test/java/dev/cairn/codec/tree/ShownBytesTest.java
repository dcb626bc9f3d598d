package dev.cairn.codec.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

/** A megabyte is read to show a value, and not one byte more. */
final class ShownBytesTest {
    private static final int MOST = 1 << 20;

    @Test
    void aMegabyteIsKept() {
        ShownBytes bytes = new ShownBytes();
        byte[] part = new byte[MOST / 2];
        part[1] = 7;
        bytes.write(part, 0, part.length);
        bytes.write(part, 0, part.length);

        assertThat(bytes.isWhole()).isTrue();
        assertThat(bytes.toByteArray()).hasSize(MOST).startsWith(0, 7).contains(7, Index.atIndex(part.length + 1));
    }

    @Test
    void whatIsMoreIsNot() {
        ShownBytes bytes = new ShownBytes();
        bytes.write(new byte[MOST], 0, MOST);
        bytes.write(new byte[] {1}, 0, 1);
        assertThat(bytes.isWhole()).isFalse();
        assertThat(bytes.size()).isEqualTo(MOST);
    }

    @Test
    void onceTooMuchNothingFollows() {
        ShownBytes bytes = new ShownBytes();
        bytes.write(new byte[MOST + 1], 0, MOST + 1);
        bytes.write(new byte[] {1}, 0, 1);
        assertThat(bytes.isWhole()).isFalse();
        assertThat(bytes.size()).isZero();
    }
}
