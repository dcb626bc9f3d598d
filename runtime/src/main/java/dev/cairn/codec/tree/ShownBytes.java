package dev.cairn.codec.tree;

import java.io.ByteArrayOutputStream;

/** The bytes of a value, kept only if they are so few that they may be read to show it. */
final class ShownBytes extends ByteArrayOutputStream {
    private static final int MOST = 1 << 20;

    private boolean whole = true;

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        whole &= count + length <= MOST;
        if (whole) {
            super.write(bytes, offset, length);
        }
    }

    boolean isWhole() {
        return whole;
    }
}
