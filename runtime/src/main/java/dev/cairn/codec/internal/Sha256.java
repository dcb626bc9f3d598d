package dev.cairn.codec.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash under which schemas are stored. */
public final class Sha256 {
    public static final int LENGTH = 32;

    private Sha256() {}

    public static byte[] of(byte[] bytes) {
        return newDigest().digest(bytes);
    }

    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
