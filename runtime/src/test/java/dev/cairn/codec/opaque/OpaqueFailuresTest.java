package dev.cairn.codec.opaque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.KryoException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.StreamFailure;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The one sentence in what a reflective serializer throws. */
final class OpaqueFailuresTest {
    private static final String STORED = "a java.lang.String could not be stored reflectively: ";
    private static final String READ = "a java.lang.String could not be read reflectively: ";

    private static String written(Throwable failure) {
        return String.valueOf(OpaqueFailures.ofWriting("value", failure).getMessage());
    }

    private static String read(Throwable failure) {
        return String.valueOf(OpaqueFailures.ofReading(String.class, failure).getMessage());
    }

    private static Throwable wrapped(Throwable cause, int times) {
        Throwable failure = cause;
        for (int i = 0; i < times; i++) {
            failure = new KryoException("level " + i, failure);
        }
        return failure;
    }

    @Test
    void theFirstCauseSaysWhy() {
        Throwable failure = wrapped(new IllegalStateException("closed"), 3);
        assertThat(written(failure)).isEqualTo(STORED + "java.lang.IllegalStateException: closed");
        assertThat(read(failure)).isEqualTo(READ + "java.lang.IllegalStateException: closed");
        assertThat(OpaqueFailures.ofReading(String.class, failure)).hasCause(failure);
    }

    @Test
    void whatKryoSaysIsSaidWithoutThePlacesThatFollow() {
        assertThat(written(wrapped(new KryoException("no such field\nSerialization trace:\nname (Model)"), 1)))
                .isEqualTo(STORED + "no such field");
        assertThat(read(new KryoException((String) null))).isEqualTo(READ + KryoException.class.getName());
    }

    @Test
    void causesAreNotFollowedForEver() {
        assertThat(written(wrapped(new IllegalStateException("closed"), 1_000)))
                .isEqualTo(STORED + "java.lang.IllegalStateException: closed");
        assertThat(written(wrapped(new IllegalStateException("closed"), 1_001))).isEqualTo(STORED + "level 0");
    }

    /** A thousand of them are looked at. */
    @Test
    void whatWeThrewOurselvesIsNotLookedForForEver() {
        UnsupportedValueException unsupported = new UnsupportedValueException("a lambda");
        assertThatThrownBy(() -> written(wrapped(unsupported, 999))).isSameAs(unsupported);
        assertThat(written(wrapped(unsupported, 1_000))).isEqualTo(STORED + unsupported);

        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));
        assertThat(written(one)).isEqualTo(STORED + "java.lang.IllegalStateException: one");
    }

    @Test
    void whatWeThrewOurselvesIsThatSentence() {
        UnsupportedValueException unsupported = new UnsupportedValueException("a lambda");
        assertThatThrownBy(() -> written(wrapped(unsupported, 2))).isSameAs(unsupported);
        MalformedArtifactException malformed = new MalformedArtifactException("too short");
        assertThatThrownBy(() -> read(wrapped(malformed, 2))).isSameAs(malformed);

        assertThat(OpaqueFailures.ofReading(String.class, wrapped(unsupported, 2)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("a lambda");

        StreamFailure stream = new StreamFailure(new IOException("cut"));
        assertThatThrownBy(() -> written(wrapped(stream, 2))).isSameAs(stream);
        assertThatThrownBy(() -> read(wrapped(stream, 2))).isSameAs(stream);
    }

    @Test
    void aStackThatIsTooSmallIsSaid() {
        Throwable overflow = wrapped(new StackOverflowError(), 2);
        assertThatThrownBy(() -> written(overflow))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("nested too deep for the stack of this thread");
        assertThatThrownBy(() -> read(overflow))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("nested too deep for the stack of this thread");
    }
}
