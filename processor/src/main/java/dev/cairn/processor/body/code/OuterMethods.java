package dev.cairn.processor.body.code;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.name.GeneratedNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The methods that a simple name may mean in a flow that neither declares nor inherits one of this name: those of classes
 * around it, and of static imports. A name that is not here either is one that something has yet to add to the flow, as Lombok
 * does, or a mistake. Immutable.
 *
 * @param names their names
 * @param sourcesKnown whether all classes around the flow and of static imports are known, with their supertypes
 * @param nothingAdded whether no annotation on the flow, on its fields or around it could let a processor add a method
 */
public record OuterMethods(Set<String> names, boolean sourcesKnown, boolean nothingAdded) {
    /** Whose annotations add no methods. */
    private static final List<String> ADDING_NOTHING = List.of(
            "dev.cairn.",
            "java.",
            "javax.annotation.",
            "jakarta.annotation.",
            "org.jspecify.annotations.",
            "org.jetbrains.annotations.");

    /** What {@code dev.cairn.runtime.Merge} gives to joins: names that no field has, so that nothing would add them. */
    private static final Set<String> OF_MERGE = Set.of("only", "except");

    static OuterMethods of(TypeElement flow, CompilationUnitTree unit, Elements elements) {
        Set<String> names = new HashSet<>();
        boolean sourcesKnown = true;
        boolean nothingAdded = addsNothing(flow);
        for (Element around = flow.getEnclosingElement();
                around instanceof TypeElement type;
                around = around.getEnclosingElement()) {
            sourcesKnown &= add(type, elements, names);
            nothingAdded &= addsNothing(type);
        }
        for (ImportTree imported : unit.getImports()) {
            if (imported.isStatic() && imported.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                String name = select.getIdentifier().toString();
                String type = select.getExpression().toString();
                if (!name.equals("*")) {
                    names.add(name);
                } else if (!isNamesOf(flow, type, elements)) {
                    TypeElement known = elements.getTypeElement(type);
                    sourcesKnown &= known != null && add(known, elements, names);
                }
            }
        }
        return new OuterMethods(Set.copyOf(names), sourcesKnown, nothingAdded);
    }

    /** Whether a type is the enum of the flow's artifacts, which is generated, and has no method that a flow would call. */
    private static boolean isNamesOf(TypeElement flow, String type, Elements elements) {
        Deque<String> nested = new ArrayDeque<>();
        for (Element around = flow; around instanceof TypeElement; around = around.getEnclosingElement()) {
            nested.addFirst(around.getSimpleName().toString());
        }
        String packageName = elements.getPackageOf(flow).getQualifiedName().toString();
        ClassRef artifacts = new GeneratedNames(new ClassRef(packageName, List.copyOf(nested))).artifacts();
        return type.equals(artifacts.canonicalName() + ".Name");
    }

    /** Adds the methods of a class; whether they are all, since its supertypes are known. */
    private static boolean add(TypeElement type, Elements elements, Set<String> names) {
        ElementFilter.methodsIn(elements.getAllMembers(type))
                .forEach(method -> names.add(method.getSimpleName().toString()));
        Deque<TypeElement> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            TypeElement next = open.pop();
            for (TypeMirror supertype : supertypes(next)) {
                if (supertype.getKind() == TypeKind.ERROR) {
                    return false;
                } else if (supertype instanceof DeclaredType declared) {
                    open.add((TypeElement) declared.asElement());
                }
            }
        }
        return true;
    }

    private static List<TypeMirror> supertypes(TypeElement type) {
        List<TypeMirror> supertypes = new ArrayList<>(type.getInterfaces());
        supertypes.add(type.getSuperclass());
        return supertypes;
    }

    private static boolean addsNothing(TypeElement type) {
        return hasKnownAnnotations(type)
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .allMatch(OuterMethods::hasKnownAnnotations);
    }

    private static boolean hasKnownAnnotations(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getAnnotationType)
                .map(type -> ((TypeElement) type.asElement()).getQualifiedName().toString())
                .allMatch(name -> ADDING_NOTHING.stream().anyMatch(name::startsWith));
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** Whether nothing else could give a method of this name. */
    boolean complete(String name) {
        return sourcesKnown && (nothingAdded || OF_MERGE.contains(name));
    }
}
