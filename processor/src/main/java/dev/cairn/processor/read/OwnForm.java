package dev.cairn.processor.read;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Tells classes whose content is not what their fields hold. Guava's {@code HashMultimap}, of which all fields are transient, would come
 * back empty by them. Only where private members are read does it matter: what a class offers to everybody is what it means.
 */
final class OwnForm {
    private static final Set<String> WRITERS = Set.of("writeObject", "writeReplace", "writeExternal");

    private OwnForm() {}

    /** Why the fields of a class do not say what it holds; empty if they do. */
    static Optional<Refusal> of(TypeElement type) {
        Optional<ExecutableElement> foreign = methods(type)
                .filter(method -> method.getModifiers().contains(Modifier.NATIVE))
                .findFirst();
        if (foreign.isPresent()) {
            return Optional.of(
                    MemberRefusals.ofNative(foreign.get().getSimpleName().toString()));
        }
        Optional<VariableElement> hidden = family(type)
                .flatMap(each -> ElementFilter.fieldsIn(each.getEnclosedElements()).stream())
                .filter(field -> field.getModifiers().contains(Modifier.TRANSIENT)
                        && !field.getModifiers().contains(Modifier.STATIC))
                .findFirst();
        Optional<ExecutableElement> writer = methods(type)
                .filter(method -> WRITERS.contains(method.getSimpleName().toString()))
                .findFirst();
        return hidden.flatMap(field -> writer.map(method -> MemberRefusals.ofOwnForm(
                field.getSimpleName().toString(),
                method.getSimpleName().toString(),
                type.getSimpleName().toString())));
    }

    private static Stream<ExecutableElement> methods(TypeElement type) {
        return family(type).flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream());
    }

    /** The class and its superclasses, but for {@code Object}. */
    private static Stream<TypeElement> family(TypeElement type) {
        Stream<TypeElement> above = type.getSuperclass() instanceof DeclaredType superclass
                        && !CompilerTypes.canonicalName(superclass).equals("java.lang.Object")
                ? family((TypeElement) superclass.asElement())
                : Stream.empty();
        return Stream.concat(Stream.of(type), above);
    }
}
