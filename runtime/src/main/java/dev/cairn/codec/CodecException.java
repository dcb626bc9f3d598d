package dev.cairn.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value could not be stored, or what was stored could not be read.
 *
 * <p>The message is {@code path: problem}, where the path leads from the value to the place of the problem:
 * {@code results -> "plots" -> [2]: java.lang.Thread cannot be stored}.
 */
public class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String[] path;
    private final String problem;

    /** The codec that threw, or threw on, so that a struct finds out which of its fields it was. */
    private final transient @Nullable ArtifactCodec<?> origin;

    CodecException(String problem) {
        this(problem, null);
    }

    CodecException(String problem, @Nullable Throwable cause) {
        this(new String[0], problem, null, cause);
    }

    CodecException(String[] path, String problem, @Nullable ArtifactCodec<?> origin, @Nullable Throwable cause) {
        super(path.length == 0 ? problem : String.join(" -> ", path) + ": " + problem, cause);
        this.path = path.clone();
        this.problem = problem;
        this.origin = origin;
    }

    /** The way from the value to the problem: fields, indexes, keys; empty if it is the value itself. */
    public final List<String> path() {
        return List.of(path);
    }

    /** The problem, without the path. */
    public final String problem() {
        return problem;
    }

    /** The same problem, seen from {@code container}, in which the value is called {@code element}: an artifact's name, for example. */
    public final CodecException in(String container) {
        return inside(null, container);
    }

    final CodecException inside(@Nullable ArtifactCodec<?> container, String element) {
        String[] longer = new String[path.length + 1];
        longer[0] = element;
        System.arraycopy(path, 0, longer, 1, path.length);
        return rethrown(longer, container);
    }

    /** The same problem at the same place, thrown on by {@code codec}. */
    final CodecException from(ArtifactCodec<?> codec) {
        return rethrown(path, codec);
    }

    private CodecException rethrown(String[] newPath, @Nullable ArtifactCodec<?> newOrigin) {
        CodecException copy = copy(newPath, newOrigin);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** Each subclass makes its own kind. */
    CodecException copy(String[] newPath, @Nullable ArtifactCodec<?> newOrigin) {
        return new CodecException(newPath, problem, newOrigin, getCause());
    }

    final @Nullable ArtifactCodec<?> origin() {
        return origin;
    }
}
