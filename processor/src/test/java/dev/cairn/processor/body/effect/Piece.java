package dev.cairn.processor.body.effect;

import com.sun.source.tree.Tree;
import com.sun.source.tree.TreeVisitor;

/** A piece of code, of which only is known that it is not another one. */
final class Piece implements Tree {
    /** A place that is no other one. */
    static Place place() {
        return new Place(new Piece(), new Piece());
    }

    @Override
    public Kind getKind() {
        return Kind.OTHER;
    }

    @Override
    public <R, D> R accept(TreeVisitor<R, D> visitor, D data) {
        return visitor.visitOther(this, data);
    }
}
