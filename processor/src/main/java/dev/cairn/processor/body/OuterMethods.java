package dev.cairn.processor.body;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The methods that a simple name may mean in a flow that neither declares nor inherits one of this name: those of classes
 * around it, and of static imports. A name that is not here either is one that something has yet to add to the flow, as Lombok
 * does. Immutable.
 */
record OuterMethods(Set<String> names) {
    static OuterMethods of(TypeElement flow, CompilationUnitTree unit, Elements elements) {
        Set<String> names = new HashSet<>();
        for (Element around = flow.getEnclosingElement();
                around instanceof TypeElement type;
                around = around.getEnclosingElement()) {
            add(type, elements, names);
        }
        for (ImportTree imported : unit.getImports()) {
            if (imported.isStatic() && imported.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                String name = select.getIdentifier().toString();
                TypeElement type =
                        elements.getTypeElement(select.getExpression().toString());
                if (!name.equals("*")) {
                    names.add(name);
                } else if (type != null) {
                    add(type, elements, names);
                }
            }
        }
        return new OuterMethods(Set.copyOf(names));
    }

    private static void add(TypeElement type, Elements elements, Set<String> names) {
        ElementFilter.methodsIn(elements.getAllMembers(type))
                .forEach(method -> names.add(method.getSimpleName().toString()));
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
