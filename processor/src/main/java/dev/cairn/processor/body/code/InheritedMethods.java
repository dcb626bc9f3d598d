package dev.cairn.processor.body.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The instance methods that a flow inherits and does not override: to call one hands {@code this} to code that is not seen.
 * Immutable.
 *
 * @param byName the methods; the final ones of {@link Object} are left out, since they touch no field
 * @param harmless the names of those final ones, and of inherited static methods
 * @param complete whether every supertype is known
 */
public record InheritedMethods(Map<String, List<ExecutableElement>> byName, Set<String> harmless, boolean complete) {
    private static final Set<String> FINAL_OF_OBJECT = Set.of("getClass", "notify", "notifyAll", "wait");

    static InheritedMethods of(TypeElement type, Elements elements) {
        Map<String, List<ExecutableElement>> own = new HashMap<>();
        ElementFilter.methodsIn(type.getEnclosedElements())
                .forEach(method -> own.computeIfAbsent(method.getSimpleName().toString(), name -> new ArrayList<>())
                        .add(method));
        Map<String, List<ExecutableElement>> inherited = new HashMap<>();
        Set<String> harmless = new HashSet<>(FINAL_OF_OBJECT);
        boolean complete = true;
        Set<TypeElement> seen = new HashSet<>();
        Deque<TypeMirror> open = new ArrayDeque<>(supertypes(type));
        while (!open.isEmpty()) {
            TypeMirror next = open.pop();
            if (next.getKind() != TypeKind.DECLARED) {
                complete &= next.getKind() == TypeKind.NONE;
            } else if (((DeclaredType) next).asElement() instanceof TypeElement supertype && seen.add(supertype)) {
                open.addAll(supertypes(supertype));
                for (ExecutableElement method : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
                    String name = method.getSimpleName().toString();
                    if (method.getModifiers().contains(Modifier.STATIC)
                            && supertype.getKind().isClass()) {
                        harmless.add(name);
                    } else if (isVisible(method, supertype)
                            && own.getOrDefault(name, List.of()).stream()
                                    .noneMatch(mine -> elements.overrides(mine, method, type))) {
                        inherited
                                .computeIfAbsent(name, key -> new ArrayList<>())
                                .add(method);
                    }
                }
            }
        }
        return new InheritedMethods(inherited, harmless, complete);
    }

    private static List<TypeMirror> supertypes(TypeElement type) {
        List<TypeMirror> supertypes = new ArrayList<>(type.getInterfaces());
        supertypes.add(type.getSuperclass());
        return supertypes;
    }

    private static boolean isVisible(ExecutableElement method, TypeElement type) {
        Set<Modifier> modifiers = method.getModifiers();
        return !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.PRIVATE)
                && !(modifiers.contains(Modifier.FINAL) && isObject(type));
    }

    private static boolean isObject(TypeElement type) {
        return type.getKind() == ElementKind.CLASS && type.getQualifiedName().contentEquals("java.lang.Object");
    }

    /** Whether a call by name may reach an inherited method; {@code arguments} below 0 stands for any number. */
    public boolean has(String name, int arguments) {
        return byName.getOrDefault(name, List.of()).stream()
                .anyMatch(method -> arguments < 0
                        || method.getParameters().size() == arguments
                        || method.isVarArgs()
                                && arguments >= method.getParameters().size() - 1);
    }

    /** Whether any inherited method has this name. */
    public boolean knows(String name) {
        return byName.containsKey(name) || harmless.contains(name);
    }

    /** Whether {@code super} has a method of this name that may touch a field, overridden or not. */
    public boolean has(String name) {
        return !FINAL_OF_OBJECT.contains(name);
    }

    /** Whether every class has a method of this name, so that within another class it is that class's. */
    public static boolean isOfEveryClass(String name) {
        return Set.of("equals", "hashCode", "toString", "clone", "finalize").contains(name);
    }
}
