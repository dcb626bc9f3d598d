package dev.cairn.codec.opaque;

import java.io.NotSerializableException;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Modifier;

/** What to say of a class that is in a value which is stored reflectively, and may not be. */
final class Unallowed {
    private Unallowed() {}

    /**
     * Of a class that is not on the list of {@code root}.
     *
     * @param root the class that has the list
     */
    static String text(Class<?> type, String root) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element == SerializedLambda.class || element.isHidden()) {
            return "a lambda cannot be stored: make its field transient, or store the values that it uses";
        } else if (element.getClassLoader() == null && !Modifier.isPublic(element.getModifiers())) {
            return element.getName()
                    + " is not public, so it cannot be used in @Opaque(allow = ...): copy it into a public class, such as ArrayList"
                    + " or HashMap";
        }
        return text(element.getName(), root);
    }

    /** Of a name that is not on the list of {@code root}, and so was not looked up. */
    static String text(String name, String root) {
        return name + " is not allowed: add it to @Opaque(allow = ...) of " + root;
    }

    /** Of a class that the JDK refuses to serialize. */
    static String text(NotSerializableException refusal) {
        return refusal.getMessage()
                + " is not serializable: let it implement Serializable, or make its field transient";
    }
}
