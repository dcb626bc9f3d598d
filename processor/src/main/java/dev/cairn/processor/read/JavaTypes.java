package dev.cairn.processor.read;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.JavaType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Translates the compiler's types to those of the model; annotations on types are dropped. */
final class JavaTypes extends SimpleTypeVisitor14<JavaType, Void> {
    private static final JavaTypes VISITOR = new JavaTypes();

    private JavaTypes() {}

    /** The type in the model; where it does not exist, {@link JavaType.Unresolved} with its text. */
    static JavaType of(TypeMirror type) {
        return type.accept(VISITOR, null);
    }

    /** The class that an element stands for. */
    static ClassRef classRef(TypeElement type) {
        Deque<String> names = new ArrayDeque<>();
        Element element = type;
        while (!(element instanceof PackageElement)) {
            if (element instanceof TypeElement) {
                names.addFirst(element.getSimpleName().toString());
            }
            element = Objects.requireNonNull(element.getEnclosingElement());
        }
        return new ClassRef(((PackageElement) element).getQualifiedName().toString(), List.copyOf(names));
    }

    @Override
    public JavaType visitPrimitive(PrimitiveType type, Void unused) {
        return new JavaType.Primitive(keyword(type));
    }

    @Override
    public JavaType visitDeclared(DeclaredType type, Void unused) {
        List<JavaType> arguments =
                type.getTypeArguments().stream().map(JavaTypes::of).toList();
        return new JavaType.Declared(classRef((TypeElement) type.asElement()), arguments);
    }

    @Override
    public JavaType visitArray(ArrayType type, Void unused) {
        return new JavaType.Array(of(type.getComponentType()));
    }

    @Override
    public JavaType visitWildcard(WildcardType type, Void unused) {
        if (type.getExtendsBound() != null) {
            return new JavaType.Wildcard("extends", of(type.getExtendsBound()));
        } else if (type.getSuperBound() != null) {
            return new JavaType.Wildcard("super", of(type.getSuperBound()));
        }
        return new JavaType.Wildcard("", null);
    }

    @Override
    public JavaType visitTypeVariable(TypeVariable type, Void unused) {
        return new JavaType.Declared(
                ClassRef.of("", type.asElement().getSimpleName().toString()), List.of());
    }

    @Override
    public JavaType visitError(ErrorType type, Void unused) {
        return CompilerTypes.exists(type) ? visitDeclared(type, null) : new JavaType.Unresolved(type.toString());
    }

    @Override
    protected JavaType defaultAction(TypeMirror type, Void unused) {
        return new JavaType.Unresolved(type.toString());
    }

    /** The keyword, which {@code toString()} would show among the annotations on the type. */
    private static String keyword(PrimitiveType type) {
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }
}
