package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.util.Util;

/**
 * Keeps Kryo away from {@code sun.misc.Unsafe}: newer JDKs warn about it, later ones refuse it, and these codecs do not need it.
 *
 * <p>Kryo reads a system property once, when its {@code Util} class is initialised. Whatever touches Kryo among the codecs calls
 * {@link #prepare} first. The property is put back afterwards, because a Kryo of the user's reads the same one.
 */
public final class KryoBootstrap {
    private static final String PROPERTY = "kryo.unsafe";

    static {
        String before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, "false");
        boolean initialised = Util.unsafe;
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
        UNSAFE = initialised;
    }

    /** Whether Kryo uses Unsafe all the same, because other code initialised it before. */
    public static final boolean UNSAFE;

    private KryoBootstrap() {}

    /** Makes sure that Kryo is initialised without Unsafe. */
    public static void prepare() {
        // The static initialiser has done it.
    }
}
