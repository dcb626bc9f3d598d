package dev.cairn.codec;

import dev.cairn.CairnException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value could not be stored, or what was stored could not be read.
 *
 * <p>The message is {@code path: problem}, where the path leads from the value to the place of the problem:
 * {@code results -> "plots" -> [2]: java.lang.Thread cannot be stored}. Whoever passes the exception on adds to the path.
 */
public class CodecException extends CairnException {
    private static final long serialVersionUID = 1;

    /** Of a longer path, the message has as many elements from its beginning and from its end. */
    private static final int SHOWN = 5;

    private final String problem;

    /** The last element first, because it is the first that is known. */
    private final ArrayList<String> reversedPath = new ArrayList<>();

    /** The codec that threw, or threw on, so that a struct finds out which of its fields it was. */
    private transient @Nullable ArtifactCodec<?> origin;

    CodecException(String problem) {
        this(problem, null);
    }

    CodecException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
        this.problem = problem;
    }

    /** The path from the value to the problem: fields, indexes, keys; empty if it is the value itself. */
    public final List<String> path() {
        List<String> path = new ArrayList<>(reversedPath);
        Collections.reverse(path);
        return path;
    }

    /** The problem, without the path. */
    public final String problem() {
        return problem;
    }

    @Override
    public final String getMessage() {
        List<String> path = path();
        if (path.size() > 2 * SHOWN + 1) {
            path.subList(SHOWN, path.size() - SHOWN).clear();
            path.add(SHOWN, "...");
        }
        return path.isEmpty() ? problem : String.join(" -> ", path) + ": " + problem;
    }

    /** This exception, seen from a container in which the value is called {@code element}: from a flow, an artifact's name. */
    public final CodecException in(String element) {
        reversedPath.add(element);
        return this;
    }

    /** This exception, thrown on by {@code container}, in which the value is called {@code element}. */
    public final CodecException inside(@Nullable ArtifactCodec<?> container, String element) {
        origin = container;
        return in(element);
    }

    /** This exception, thrown on by {@code codec} about the same value. */
    public final CodecException from(ArtifactCodec<?> codec) {
        origin = codec;
        return this;
    }

    final @Nullable ArtifactCodec<?> origin() {
        return origin;
    }
}
