package dev.cairn.processor.body.walk;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.code.VariableScopes.ClassMembers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks the bodies of classes within the flow: who calls their methods, and when, is not known. */
final class InnerClasses {
    private final Walk walk;

    InnerClasses(Walk walk) {
        this.walk = walk;
    }

    /** Walks a class that is declared in a body: from here on there may be instances. */
    void local(ClassTree tree) {
        body(tree, false);
        walk.calls.extended(tree.getExtendsClause());
    }

    /** Walks a member class of the flow. */
    void member(ClassTree tree) {
        List<ClassTree> around =
                new ArrayList<>(walk.analysis.code().enclosing().getOrDefault(tree, List.of()));
        Collections.reverse(around);
        around.forEach(outer -> walk.scopes.open(members(outer, false)));
        local(tree);
        around.forEach(outer -> walk.scopes.close());
    }

    /** Walks the body of a class; an anonymous one has a supertype. */
    void body(ClassTree tree, boolean isAnonymous) {
        walk.scopes.open(members(tree, isAnonymous));
        tree.getMembers().forEach(this::member);
        walk.scopes.close();
    }

    private void member(Tree tree) {
        if (tree instanceof MethodTree method) {
            walk.deferred(() -> method(method));
        } else if (tree instanceof VariableTree field) {
            walk.deferred(() -> walk.walk(field.getInitializer()));
        } else if (tree instanceof BlockTree block) {
            walk.deferred(() -> walk.walk(block));
        } else if (tree instanceof ClassTree nested) {
            local(nested);
        }
    }

    /** Walks the body of a method, which starts here. */
    void method(MethodTree method) {
        walk.scopes.open();
        if (walk.findings.isOf(method)) {
            walk.uses.parameters(method);
        }
        method.getParameters().forEach(walk::declare);
        walk.walk(method.getBody());
        walk.scopes.close();
    }

    private static ClassMembers members(ClassTree tree, boolean isAnonymous) {
        Set<String> fields = new HashSet<>();
        Set<String> methods = new HashSet<>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree field) {
                fields.add(field.getName().toString());
            } else if (member instanceof MethodTree method) {
                methods.add(method.getName().toString());
            }
        }
        boolean hasSupertypes =
                tree.getExtendsClause() != null || !tree.getImplementsClause().isEmpty();
        return new ClassMembers(fields, methods, isAnonymous || hasSupertypes);
    }
}
