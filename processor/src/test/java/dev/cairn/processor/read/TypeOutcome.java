package dev.cairn.processor.read;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.Tree;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a value when it is stored and read back. */
final class TypeOutcome {
    private TypeOutcome() {}

    /**
     * One line. A value that is read back is {@code equal} if its class says so, or the elements of arrays; where the class says
     * nothing, or there are arrays within others, it is {@code the same} if it has the same bytes again. The address is that of every
     * JDK.
     */
    static String of(ArtifactCodec<Object> codec, @Nullable Object value) {
        Encoded encoded;
        try {
            encoded = ArtifactFormat.encode(codec, value);
        } catch (CodecException e) {
            return "refused when stored: " + e.getMessage().replace("\n", " ");
        }
        Object read = ArtifactFormat.decode(
                codec, encoded.bytes(), hash -> encoded.schema().bytes());
        String what = comparison(codec, value, encoded, read) + ", as "
                + (read == null ? "null" : read.getClass().getTypeName());
        return what + ", address " + address(encoded.bytes()) + ", " + fromTree(codec, value, encoded);
    }

    private static String comparison(
            ArtifactCodec<Object> codec, @Nullable Object value, Encoded encoded, @Nullable Object read) {
        if (Objects.deepEquals(value, read)) {
            return "equal";
        }
        byte[] again = ArtifactFormat.encode(codec, read).bytes();
        return Arrays.equals(again, encoded.bytes()) ? "the same" : "DIFFERENT";
    }

    /** Of its tree, without any class, a value can be made again, but not what an Object was. */
    private static String fromTree(ArtifactCodec<Object> codec, @Nullable Object value, Encoded encoded) {
        Tree tree =
                ArtifactFormat.tree(encoded.bytes(), hash -> encoded.schema().bytes());
        if (tree.toString().isEmpty() && value != null) {
            return "tree without text";
        }
        try {
            return comparison(codec, value, encoded, ArtifactFormat.fromTree(codec, tree))
                            .replace("DIFFERENT", "another value")
                    + " from its tree";
        } catch (CodecException e) {
            return "tree " + tree + ": " + e.getMessage();
        }
    }

    private static String address(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
