package dev.cairn.codec.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.library.Shop;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What is said of a class that may not be in a value: the words depend on whether a flow can name it. */
final class UnallowedTest {
    private static final String HERE = "dev.cairn.codec.opaque.UnallowedTest$";
    private static final String LAMBDA =
            "a lambda cannot be stored: make its field transient, or store the values that it uses";

    /** The class of the value, visible to all. */
    public static final class PublicRoot {
        /** Visible to all who see what is around it. */
        public static final class Inner {}
    }

    /** The class of the value, visible in this package. */
    static final class HiddenRoot {
        private static final class Secret {
            /** Within what nobody sees. */
            static final class Inner {}
        }
    }

    private static void assertNamed(Class<?> type, Class<?> root, String canonicalName) {
        assertThat(Unallowed.text(type, root, true))
                .isEqualTo(type.getName() + " is not allowed: add " + canonicalName
                        + ".class to @Opaque(allow = ...) of " + root.getName())
                .isEqualTo(Unallowed.text(type, root, false));
    }

    private static void assertOnlyByName(Class<?> type, Class<?> root) {
        assertThat(Unallowed.text(type, root, true))
                .isEqualTo(type.getName() + " is not allowed: add \"" + type.getName()
                        + "\" to @Opaque(allowNames = ...) of " + root.getName())
                .isEqualTo(Unallowed.text(type, root, false));
    }

    @Test
    void aPublicClassIsNamedAsInCode() {
        assertNamed(Shop.class, HiddenRoot.class, "dev.cairn.codec.library.Shop");
        assertNamed(Shop.class, PublicRoot.class, "dev.cairn.codec.library.Shop");
        assertNamed(ConcurrentHashMap.class, PublicRoot.class, "java.util.concurrent.ConcurrentHashMap");
    }

    @Test
    void aHiddenClassIsNamedInTheSamePackageOnly() {
        assertNamed(PublicRoot.class, HiddenRoot.class, "dev.cairn.codec.opaque.UnallowedTest.PublicRoot");
        assertNamed(HiddenRoot.class, HiddenRoot.class, "dev.cairn.codec.opaque.UnallowedTest.HiddenRoot");
        assertOnlyByName(HiddenRoot.class, PublicRoot.class);
        assertOnlyByName(HiddenRoot.class, Shop.class);
        assertOnlyByName(PublicRoot.Inner.class, PublicRoot.class);
    }

    @Test
    void whatNobodyElseSeesIsNotNamed() {
        assertOnlyByName(HiddenRoot.Secret.class, HiddenRoot.class);
        assertOnlyByName(HiddenRoot.Secret.Inner.class, HiddenRoot.class);
        assertOnlyByName(new Object() {}.getClass(), HiddenRoot.class);
    }

    @Test
    void ofAnArrayItIsTheElement() {
        assertThat(Unallowed.text(Shop[][].class, PublicRoot.class, true))
                .isEqualTo(Unallowed.text(Shop.class, PublicRoot.class, true));
    }

    @Test
    void aClassOfTheJdkThatIsNotPublicIsCopied() {
        Class<?> list = List.of(1, 2, 3).getClass();
        String copy =
                "java.util.ImmutableCollections$ListN is not public, so it cannot be used in @Opaque(allow = ...):"
                        + " copy it into a public class, such as ArrayList or HashMap";
        assertThat(Unallowed.text(list, PublicRoot.class, false)).isEqualTo(copy);
        assertThat(Unallowed.text(list, PublicRoot.class, true))
                .isEqualTo(copy + ", or add \"java.util.ImmutableCollections$ListN\" to @Opaque(allowNames = ...) of "
                        + HERE + "PublicRoot");
    }

    @Test
    void lambdas() {
        Runnable lambda = (Runnable & Serializable) () -> {};
        assertThat(Unallowed.text(lambda.getClass(), PublicRoot.class, true)).isEqualTo(LAMBDA);
        assertThat(Unallowed.text(SerializedLambda.class, PublicRoot.class, true))
                .isEqualTo(LAMBDA);
    }

    @Test
    void whereOnlyTheNameIsKnown() {
        assertThat(Unallowed.text("com.acme.Model", PublicRoot.class))
                .isEqualTo("com.acme.Model is not allowed: add \"com.acme.Model\" to @Opaque(allowNames = ...) of "
                        + HERE + "PublicRoot");
        assertThat(Unallowed.missing("com.acme.Model"))
                .isEqualTo(
                        "com.acme.Model is allowed, but it is not on the class path: add the library that contains it");
        assertThat(Unallowed.text(new NotSerializableException("com.acme.Model")))
                .isEqualTo("com.acme.Model is not serializable: let it implement Serializable, or make its field"
                        + " transient");
    }
}
