package dev.cairn.processor.body.code;

import com.sun.source.tree.ExpressionTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names in scope at a place (chapter 6.3 of the language specification), innermost first. Mutable, used by one walk. */
public final class VariableScopes {
    /** What a variable is to the analysis, by its declared type. */
    public enum Role {
        /** Of no interest. */
        PLAIN,
        /** The surroundings of the task. */
        CONTEXT,
        /** The inputs of a join. */
        INPUTS,
        /** A pattern variable that is in scope for some compilers only. */
        DOUBTFUL
    }

    /** What a simple name means. */
    public enum Meaning {
        /** A variable or member declared within the code of the flow's member. */
        OTHER,
        /** What the flow declares under the name. */
        FLOW,
        /** The same, unless a class in between inherits such a member, or a variable is in doubt. */
        PERHAPS_FLOW
    }

    /**
     * The members of a class within the flow.
     *
     * @param open whether it has supertypes, whose members are not known
     */
    public record ClassMembers(Set<String> fields, Set<String> methods, boolean open) {}

    private static final class Scope {
        private final @Nullable ClassMembers members;
        private @Nullable Map<String, Role> variables;
        private @Nullable Map<String, Value> values;
        private @Nullable Map<String, LocalFunction> functions;

        private Scope(@Nullable ClassMembers members) {
            this.members = members;
        }

        private Scope copy() {
            Scope copy = new Scope(members);
            copy.variables = variables == null ? null : new HashMap<>(variables);
            copy.values = values == null ? null : new HashMap<>(values);
            copy.functions = functions == null ? null : new HashMap<>(functions);
            return copy;
        }
    }

    /**
     * A lambda, or a reference to a method, that a local variable stands for.
     *
     * @param tree what is written
     * @param around what was in scope where it is written: names mean there what they meant there, wherever it is called
     */
    public record LocalFunction(ExpressionTree tree, VariableScopes around) {}

    private Deque<Scope> scopes = new ArrayDeque<>();
    private int classes;

    /** Opens a block, or what else bounds the scope of a variable. */
    public void open() {
        scopes.push(new Scope(null));
    }

    /** Opens the body of a class. */
    public void open(ClassMembers members) {
        scopes.push(new Scope(members));
        classes++;
    }

    /** Closes what was opened last. */
    public void close() {
        if (scopes.pop().members != null) {
            classes--;
        }
    }

    /** Declares a variable in what was opened last. */
    public void declare(String name, Role role) {
        Scope scope = scopes.element();
        if (scope.variables == null) {
            scope.variables = new HashMap<>();
        }
        scope.variables.put(name, role);
        if (scope.values != null) {
            scope.values.remove(name);
        }
        if (scope.functions != null) {
            scope.functions.remove(name);
        }
    }

    /** A variable that was declared in what was opened last is in scope for some compilers only. */
    public void doubt(String name) {
        Scope scope = scopes.element();
        if (scope.variables != null) {
            scope.variables.put(name, Role.DOUBTFUL);
        }
    }

    /** What was declared last in what was opened last is another name for a value. */
    public void bind(String name, Value value) {
        Scope scope = scopes.element();
        if (scope.values == null) {
            scope.values = new HashMap<>();
        }
        scope.values.put(name, value);
    }

    /** What the local variable of this name is another name for; null if for nothing that is known. */
    @Nullable
    public Value value(String name) {
        Scope scope = declaring(name);
        return scope == null || scope.values == null ? null : scope.values.get(name);
    }

    /** What was declared last in what was opened last is a name for a lambda, or for a reference to a method. */
    public void bind(String name, ExpressionTree function) {
        VariableScopes around = new VariableScopes();
        scopes.forEach(scope -> around.scopes.add(scope.copy()));
        around.classes = classes;
        Scope scope = scopes.element();
        if (scope.functions == null) {
            scope.functions = new HashMap<>();
        }
        scope.functions.put(name, new LocalFunction(function, around));
    }

    /** What the local variable of this name stands for, if it is a function that is known. */
    @Nullable
    public LocalFunction function(String name) {
        Scope scope = declaring(name);
        return scope == null || scope.functions == null ? null : scope.functions.get(name);
    }

    /** Walks code in other scopes than those of the place. */
    public void within(VariableScopes others, Runnable code) {
        Deque<Scope> here = scopes;
        int classesHere = classes;
        scopes = others.scopes;
        classes = others.classes;
        code.run();
        scopes = here;
        classes = classesHere;
    }

    /** The local variable of this name stands for something else from here on. */
    public void unbind(String name) {
        Scope scope = declaring(name);
        if (scope != null && scope.values != null) {
            scope.values.computeIfPresent(name, (key, value) -> value.once());
        }
    }

    /** The local variable of this name is, perhaps, another name for a value; false if it is none, or was a name for something else. */
    public boolean rebind(String name, Value value) {
        Scope scope = declaring(name);
        if (scope == null) {
            return false;
        }
        if (scope.values == null) {
            scope.values = new HashMap<>();
        }
        Value before = scope.values.get(name);
        if (before != null && !before.roots().equals(value.roots())) {
            return false;
        }
        scope.values.put(name, value.perhaps());
        return true;
    }

    /** Where the local variable of this name is declared; null if it is none. */
    private @Nullable Scope declaring(String name) {
        for (Scope scope : scopes) {
            if (scope.variables != null && scope.variables.containsKey(name)) {
                return scope;
            } else if (scope.members != null && scope.members.fields().contains(name)) {
                return null;
            }
        }
        return null;
    }

    /** Whether the place is in the body of a class within the flow, where {@code this} is not the flow. */
    boolean inClass() {
        return classes > 0;
    }

    /** What a simple name of a variable means. */
    Meaning variable(String name) {
        Meaning meaning = Meaning.FLOW;
        for (Scope scope : scopes) {
            Role variable = scope.variables == null ? null : scope.variables.get(name);
            if (variable == Role.DOUBTFUL) {
                meaning = Meaning.PERHAPS_FLOW;
            } else if (variable != null) {
                return Meaning.OTHER;
            } else if (scope.members != null) {
                if (scope.members.fields().contains(name)) {
                    return Meaning.OTHER;
                } else if (scope.members.open()) {
                    meaning = Meaning.PERHAPS_FLOW;
                }
            }
        }
        return meaning;
    }

    /** Whether a simple name means a variable that is not the flow's. */
    public boolean isLocal(String name) {
        return variable(name) == Meaning.OTHER;
    }

    /** What a simple name of a method means. */
    public Meaning method(String name) {
        Meaning meaning = Meaning.FLOW;
        for (Scope scope : scopes) {
            if (scope.members != null) {
                if (scope.members.methods().contains(name)) {
                    return Meaning.OTHER;
                } else if (scope.members.open()) {
                    meaning = Meaning.PERHAPS_FLOW;
                }
            }
        }
        return meaning;
    }

    /** The role of the local variable of this name. */
    public Role role(String name) {
        Scope scope = declaring(name);
        return scope == null || scope.variables == null ? Role.PLAIN : scope.variables.getOrDefault(name, Role.PLAIN);
    }
}
