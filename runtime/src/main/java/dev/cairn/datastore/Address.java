package dev.cairn.datastore;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The address of a blob: the SHA-256 (FIPS 180-4) of its bytes. Equal content has the same address in every datastore. Addresses
 * are ordered by their unsigned bytes. Immutable.
 */
public final class Address implements Comparable<Address> {
    /** The number of bytes of an address. */
    public static final int LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * {@return the address of {@code content}}
     *
     * @param content the uncompressed bytes; they are not kept
     */
    public static Address ofContent(byte[] content) {
        return new Address(newDigest().digest(content));
    }

    /**
     * The address with these bytes.
     *
     * @param bytes an address in binary form, which is copied
     * @return an address that {@link #toBytes()} gives back as these bytes
     * @throws IllegalArgumentException if there are not exactly {@value #LENGTH} bytes
     */
    public static Address ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an address must have " + LENGTH + " bytes, but has " + bytes.length);
        }
        return new Address(bytes.clone());
    }

    /**
     * Parses the format of {@link #toString()}.
     *
     * @param text 64 lower-case hexadecimal digits
     * @return the address that is written so
     * @throws IllegalArgumentException if {@code text} is not 64 lower-case hexadecimal digits
     */
    public static Address parse(String text) {
        if (text.length() != 2 * LENGTH
                || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException(
                    "an address must be 64 lower-case hexadecimal digits, but is `" + text + "`");
        }
        return new Address(HEX.parseHex(text));
    }

    /** {@return a new digest of the algorithm that computes addresses} */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** {@return a copy of the {@value #LENGTH} bytes} */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** {@return the first eight digits, for messages} */
    public String abbreviated() {
        return HEX.formatHex(bytes, 0, 4);
    }

    @Override
    public int compareTo(Address other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }

    /** 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
