package dev.cairn.processor.read;

import dev.cairn.processor.model.StoredType;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What generated code, which is in the package of the flow, can reach. */
final class Reach {
    private final Types types;
    private final Elements elements;
    private final PackageElement from;

    Reach(Elements elements, Types types, PackageElement from) {
        this.types = types;
        this.elements = elements;
        this.from = from;
    }

    /** The name of the package. */
    String packageName() {
        return from.getQualifiedName().toString();
    }

    /** Why the class cannot be reached; empty if it can. */
    Optional<Refusal> refusal(TypeElement type) {
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                String name = element.getSimpleName().toString();
                return Optional.of(element.equals(type) ? Refusal.isPrivate() : Refusal.inPrivate(name));
            } else if (!visible(element)) {
                return Optional.of(Refusal.outOfReach(packageName()));
            }
        }
        return Optional.empty();
    }

    /** What says that the first of the classes that a type names cannot be reached; empty if all can. */
    Optional<StoredType> refusalOfAny(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return refusalOfAny(array.getComponentType());
        } else if (type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        DeclaredType declared = (DeclaredType) type;
        Optional<StoredType> refused =
                refusal((TypeElement) declared.asElement()).map(refusal -> refusal.of(JavaTypes.of(type)));
        return refused.or(() -> declared.getTypeArguments().stream()
                .flatMap(argument -> refusalOfAny(argument).stream())
                .findFirst());
    }

    /** Whether a member of a class that can be reached can be, too. */
    boolean includes(Element member) {
        return !member.getModifiers().contains(Modifier.PRIVATE) && visible(member);
    }

    /** Whether generated code can call the method or constructor without catching anything. */
    boolean canCall(ExecutableElement executable) {
        return includes(executable) && executable.getTypeParameters().isEmpty() && !throwsChecked(executable);
    }

    /** Whether generated code can make an instance of the class without an argument. */
    boolean canCreate(TypeElement type) {
        return refusal(type).isEmpty()
                && !CompilerTypes.isInner(type)
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty() && canCall(constructor));
    }

    /** The class of this name that generated code can name, if it is there; its module may be missing from those that are read. */
    Optional<TypeElement> find(String canonicalName) {
        ModuleElement module = elements.getModuleOf(from);
        return Optional.ofNullable(
                isUnnamed(module)
                        ? elements.getTypeElement(canonicalName)
                        : elements.getTypeElement(module, canonicalName));
    }

    /**
     * Whether a handle of generated code reaches the private members of a class: if it is in the module of the flow, which the class
     * path is too, or in one that opens the package to it.
     */
    boolean opens(TypeElement type) {
        ModuleElement own = elements.getModuleOf(from);
        ModuleElement other = elements.getModuleOf(type);
        return isUnnamed(other)
                || other.equals(own)
                || other.isOpen()
                || opens(other, own, elements.getPackageOf(type));
    }

    private static boolean opens(ModuleElement module, ModuleElement to, PackageElement opened) {
        return ElementFilter.opensIn(module.getDirectives()).stream()
                .filter(directive -> directive.getPackage().equals(opened))
                .anyMatch(directive -> directive.getTargetModules() == null
                        || directive.getTargetModules().contains(to));
    }

    private static boolean isUnnamed(@Nullable ModuleElement module) {
        return module == null || module.isUnnamed();
    }

    /** Whether who calls the method or constructor has to catch something. */
    boolean throwsChecked(ExecutableElement executable) {
        return !executable.getThrownTypes().stream().allMatch(this::isUnchecked);
    }

    /** Whether a handle can call the method or constructor without catching what has to be caught. */
    boolean canCallByHandle(ExecutableElement executable) {
        return executable.getTypeParameters().isEmpty()
                && !throwsChecked(executable)
                && executable.getParameters().stream()
                        .allMatch(parameter ->
                                refusalOfAny(types.erasure(parameter.asType())).isEmpty());
    }

    private boolean visible(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || elements.getPackageOf(element).equals(from);
    }

    private boolean isUnchecked(TypeMirror thrown) {
        return isSubtype(thrown, "java.lang.RuntimeException") || isSubtype(thrown, "java.lang.Error");
    }

    private boolean isSubtype(TypeMirror type, String superclass) {
        return types.isSubtype(type, elements.getTypeElement(superclass).asType());
    }
}
