package dev.cairn.codec.value;

import dev.cairn.codec.schema.Definition;

/** What to say of a value that was stored in one way and is to be read in another: by its fields, by a codec of the user's, or reflectively. */
public final class OtherStorage {
    private OtherStorage() {}

    /** Now a codec is generated for the type, which is {@code now}, such as {@code an enum}. */
    public static String generated(Definition stored, String now) {
        String text = "stored as " + JavaText.of(stored) + ", which is " + now + " now";
        if (stored.needsClass()) {
            return text + "; to read it, name a codec with @Codec whose former() returns " + former(stored);
        }
        return text;
    }

    /** Now a codec of the user's stores it, of this class. */
    public static String codec(Definition stored, String codec) {
        return "stored as " + JavaText.of(stored) + ", which the codec " + codec + " reads now; to read it, "
                + (stored.needsClass()
                        ? "let its former() return " + former(stored)
                        : "let the codec extend ConverterCodec, with what was stored as its stored form");
    }

    /** Now it is stored reflectively. */
    public static String reflective(Definition stored) {
        return "stored as " + JavaText.of(stored) + ", which is stored reflectively now; to read it, "
                + (stored instanceof Definition.Custom ? "name the codec with @Codec again" : "remove @Opaque");
    }

    private static String former(Definition stored) {
        String raw = stored.name().split("<", 2)[0];
        String simple = raw.substring(raw.lastIndexOf('.') + 1).replace('$', '.');
        return stored instanceof Definition.Custom
                ? "Codecs.custom(..) with the codec that stored it"
                : "Codecs.opaque(" + simple + ".class, ..) with the classes that @Opaque allowed";
    }
}
