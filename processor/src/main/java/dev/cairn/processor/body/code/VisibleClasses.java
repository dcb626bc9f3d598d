package dev.cairn.processor.body.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the code of a class can name. Asked without its module, a compiler looks for a name in each module that there is:
 * dear for names that do not exist, which are most of those that are asked for here. Used by one thread, in one round.
 */
public final class VisibleClasses {
    private final Elements elements;
    private final @Nullable ModuleElement module;
    private final Map<String, Optional<TypeElement>> known = new HashMap<>();

    /** What {@code from} sees. */
    public VisibleClasses(Elements elements, TypeElement from) {
        this.elements = elements;
        this.module = elements.getModuleOf(from); // null below Java 9
    }

    /** A class by its canonical name; null if there is none. */
    public @Nullable TypeElement find(String name) {
        return known.computeIfAbsent(name, this::look).orElse(null);
    }

    private Optional<TypeElement> look(String name) {
        return Optional.ofNullable(
                module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
    }

    /** Whether there is a class of this canonical name. */
    public boolean exists(String name) {
        return find(name) != null;
    }
}
