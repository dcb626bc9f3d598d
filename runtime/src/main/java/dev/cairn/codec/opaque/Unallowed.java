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
     * @param ofPlatform whether classes of the JDK that are not public can be on the list
     */
    static String text(Class<?> type, Class<?> root, boolean ofPlatform) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        String name = element.getName();
        if (element == SerializedLambda.class || element.isHidden()) {
            return "a lambda cannot be stored: make its field transient, or store the values that it uses";
        } else if (element.getClassLoader() == null && !isNameable(element, root)) {
            return name
                    + " is not public, so it cannot be used in @Opaque(allow = ...): copy it into a public class, such as"
                    + " ArrayList or HashMap" + (ofPlatform ? ", or " + byName(name, root) : "");
        } else if (isNameable(element, root)) {
            return name + " is not allowed: add " + element.getCanonicalName() + ".class to @Opaque(allow = ...) of "
                    + root.getName();
        }
        return name + " is not allowed: " + byName(name, root);
    }

    /** Whether a flow that has {@code root} can name a class: it is public, or in the package in which {@code root} is hidden. */
    private static boolean isNameable(Class<?> type, Class<?> root) {
        int needed =
                Modifier.isPublic(root.getModifiers()) || !type.getPackageName().equals(root.getPackageName())
                        ? Modifier.PUBLIC
                        : 0;
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            int modifiers = around.getModifiers();
            if ((modifiers & needed) != needed || Modifier.isPrivate(modifiers)) {
                return false;
            }
        }
        return type.getCanonicalName() != null;
    }

    /** Of a name that is not on the list of {@code root}, and so was not looked up: whether the class is public is not known. */
    static String text(String name, Class<?> root) {
        return name + " is not allowed: " + byName(name, root);
    }

    private static String byName(String name, Class<?> root) {
        return "add \"" + name + "\" to @Opaque(allowNames = ...) of " + root.getName();
    }

    /** Of a name that is on the list. */
    static String missing(String name) {
        return name + " is allowed, but it is not on the class path: add the library that contains it";
    }

    /** Of a class that the JDK refuses to serialize. */
    static String text(NotSerializableException refusal) {
        return refusal.getMessage()
                + " is not serializable: let it implement Serializable, or make its field transient";
    }
}
