package dev.cairn.codec;

import dev.cairn.CairnException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value could not be stored, or a stored value could not be read.
 *
 * <p>The message is {@code path: problem}. The path leads from the value to the place of the problem, such as
 * {@code results -> "plots" -> [2]: java.lang.Thread cannot be stored}. Each container that passes the exception on adds to the path.
 */
public class CodecException extends CairnException {
    private static final long serialVersionUID = 1;

    /** Of a longer path, the message has as many elements from its beginning and from its end. */
    private static final int SHOWN = 5;

    /** What is wrong, without the path to it. */
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

    /** {@return the path from the value to the problem: fields, indexes and keys; empty if the problem is the value itself} */
    public final List<String> path() {
        List<String> path = new ArrayList<>(reversedPath);
        Collections.reverse(path);
        return path;
    }

    /** {@return the problem, without the path} */
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

    /**
     * {@return this exception with {@code element}, the name of the value in its container, at the front of the path}
     *
     * @param element such as {@code results} or {@code [2]}
     */
    public final CodecException in(String element) {
        reversedPath.add(element);
        return this;
    }

    /**
     * {@return this exception, passed on by the codec {@code container}, in which the value has the name {@code element}}
     *
     * @param container the codec of the container; null if none is known
     * @param element such as {@code results} or {@code [2]}
     */
    public final CodecException inside(@Nullable ArtifactCodec<?> container, String element) {
        origin = container;
        return in(element);
    }

    /**
     * {@return this exception, passed on by {@code codec} for the same value}
     *
     * @param codec the codec that passes the exception on
     */
    public final CodecException from(ArtifactCodec<?> codec) {
        origin = codec;
        return this;
    }

    final @Nullable ArtifactCodec<?> origin() {
        return origin;
    }
}
