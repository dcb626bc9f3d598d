package dev.cairn.processor.body.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.body.effect.Jumps.Detour;
import dev.cairn.processor.body.effect.Jumps.Jump;
import dev.cairn.processor.body.effect.Jumps.Kind;
import dev.cairn.processor.body.effect.Jumps.Landing;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where jumps lead, what they pass, and what a {@code finally} adds to them. */
class JumpsTest {
    private final Jumps jumps = new Jumps();

    private static FlowState assigning(int... fields) {
        FlowState state = FlowState.start();
        for (int field : fields) {
            state.assign(field);
        }
        return state;
    }

    private void jump(Kind kind, int... fields) {
        jumps.jump(new Jump(kind, null), assigning(fields));
    }

    private void jump(Kind kind, String label, int... fields) {
        jumps.jump(new Jump(kind, label), assigning(fields));
    }

    /** What is assigned where jumps arrive. */
    private static String arrived(Landing landing, Kind kind) {
        FlowState state = landing.arrived(kind);
        return state == null ? "none" : state.assigned().toString();
    }

    private static String left(Landing landing) {
        return landing.isLeft() ? "left" : landing.isPerhapsLeft() ? "perhaps" : "not";
    }

    @Test
    void eachJumpLeadsToTheNextThatTakesIt() {
        Landing method = jumps.enterMethod();
        Landing loop = jumps.enterLoop(Set.of());
        Landing expression = jumps.enterSwitchExpression();
        Landing statement = jumps.enterSwitch();
        jump(Kind.BREAK, 1);
        jump(Kind.CONTINUE, 2);
        jump(Kind.YIELD, 3);
        jump(Kind.RETURN, 4);

        for (Kind kind : Kind.values()) {
            assertThat(arrived(statement, kind)).isEqualTo(kind == Kind.BREAK ? "{1}" : "none");
            assertThat(arrived(loop, kind)).isEqualTo(kind == Kind.CONTINUE ? "{2}" : "none");
            assertThat(arrived(expression, kind)).isEqualTo(kind == Kind.YIELD ? "{3}" : "none");
            assertThat(arrived(method, kind)).isEqualTo(kind == Kind.RETURN ? "{4}" : "none");
        }
    }

    @Test
    void whatArrivedIsGivenOnce() {
        Landing method = jumps.enterMethod();
        jump(Kind.RETURN, 1);
        assertThat(arrived(method, Kind.RETURN)).isEqualTo("{1}");
        assertThat(arrived(method, Kind.RETURN)).isEqualTo("none");
    }

    @Test
    void jumpsToOnePlaceMeet() {
        Landing loop = jumps.enterLoop(Set.of());
        jump(Kind.BREAK, 1, 2);
        jump(Kind.BREAK, 2, 3);
        assertThat(arrived(loop, Kind.BREAK)).isEqualTo("{2}");
    }

    @Test
    void whatWasLeftTakesNoJumps() {
        Landing outer = jumps.enterLoop(Set.of());
        Landing inner = jumps.enterLoop(Set.of());
        jumps.leave();
        jump(Kind.BREAK, 1);
        assertThat(arrived(inner, Kind.BREAK)).isEqualTo("none");
        assertThat(arrived(outer, Kind.BREAK)).isEqualTo("{1}");

        jump(Kind.RETURN, 2);
        assertThat(arrived(outer, Kind.RETURN)).isEqualTo("none");
    }

    @Test
    void aLabelIsOfTheStatementForBreakAndOfTheLoopForContinue() {
        Landing statement = jumps.enterLabelled(Set.of("outer"));
        Landing loop = jumps.enterLoop(Set.of("outer"));
        Landing inner = jumps.enterLoop(Set.of("inner"));
        jump(Kind.BREAK, "outer", 1);
        jump(Kind.CONTINUE, "outer", 2);
        jump(Kind.CONTINUE, "inner", 3);
        jump(Kind.BREAK, "other", 4);
        jump(Kind.CONTINUE, "other", 5);

        assertThat(arrived(statement, Kind.BREAK)).isEqualTo("{1}");
        assertThat(arrived(statement, Kind.CONTINUE)).isEqualTo("none");
        assertThat(arrived(loop, Kind.BREAK)).isEqualTo("none");
        assertThat(arrived(loop, Kind.CONTINUE)).isEqualTo("{2}");
        assertThat(arrived(inner, Kind.BREAK)).isEqualTo("none");
        assertThat(arrived(inner, Kind.CONTINUE)).isEqualTo("{3}");
    }

    @Test
    void aFinallyHoldsJumpsAndAddsWhatItAssigns() {
        Landing method = jumps.enterMethod();
        Landing loop = jumps.enterLoop(Set.of());
        Detour guarded = jumps.enterFinally();
        jump(Kind.BREAK, 1);
        jump(Kind.RETURN, 2);
        jumps.leave();
        assertThat(arrived(loop, Kind.BREAK)).isEqualTo("none");

        jumps.resume(guarded, assigning(3));
        FlowState state = loop.arrived(Kind.BREAK);
        assertThat(state.assigned()).hasToString("{1, 3}");
        assertThat(state.impossible()).isFalse();
        assertThat(arrived(method, Kind.RETURN)).isEqualTo("{2, 3}");
    }

    @Test
    void aFinallyThatJumpsItselfEndsTheJumps() {
        Landing method = jumps.enterMethod();
        Detour guarded = jumps.enterFinally();
        jump(Kind.RETURN, 1);
        jumps.leave();
        FlowState end = FlowState.start();
        end.leave();
        jumps.resume(guarded, end);
        assertThat(arrived(method, Kind.RETURN)).isEqualTo("none");
    }

    @Test
    void afterAFinallyThatNeverEndsNothingIsPossible() {
        Landing method = jumps.enterMethod();
        Detour guarded = jumps.enterFinally();
        jump(Kind.RETURN, 1);
        jumps.leave();
        FlowState end = FlowState.start();
        end.stop();
        jumps.resume(guarded, end);
        assertThat(method.arrived(Kind.RETURN).impossible()).isTrue();
    }

    @Test
    void aLoopIsLeftByItsBreak() {
        Landing around = jumps.enterLoop(Set.of());
        Landing loop = jumps.enterLoop(Set.of());
        assertThat(left(loop)).isEqualTo("not");
        jump(Kind.CONTINUE);
        jump(Kind.RETURN);
        assertThat(left(loop)).isEqualTo("not");
        assertThat(loop.isPerhapsLeft()).isFalse();

        jump(Kind.BREAK);
        assertThat(left(loop)).isEqualTo("left");
        assertThat(loop.isPerhapsLeft()).isTrue();
        assertThat(left(around)).isEqualTo("not");
    }

    @Test
    void aBreakThatIsNotReachedLeavesNothing() {
        Landing loop = jumps.enterLoop(Set.of());
        FlowState state = assigning(1);
        state.unreachable();
        jumps.jump(new Jump(Kind.BREAK, null), state);
        assertThat(left(loop)).isEqualTo("not");
        assertThat(arrived(loop, Kind.BREAK)).isEqualTo("{1}");
    }

    @Test
    void aBreakOfASwitchPerhapsLeavesTheLoopsAroundIt() {
        Landing outer = jumps.enterLoop(Set.of());
        Landing loop = jumps.enterLoop(Set.of());
        jumps.enterFinally();
        Landing statement = jumps.enterSwitch();
        jump(Kind.BREAK);
        assertThat(left(statement)).isEqualTo("left");
        assertThat(left(loop)).isEqualTo("perhaps");
        assertThat(left(outer)).isEqualTo("perhaps");
    }

    @Test
    void aBreakToALabelPerhapsLeavesTheLoopsInIt() {
        Landing outer = jumps.enterLoop(Set.of());
        Landing statement = jumps.enterLabelled(Set.of("here"));
        Landing loop = jumps.enterLoop(Set.of("here"));
        jump(Kind.BREAK, "here");
        assertThat(left(loop)).isEqualTo("perhaps");
        assertThat(left(statement)).isEqualTo("left");
        assertThat(left(outer)).isEqualTo("not");
        assertThat(outer.isPerhapsLeft()).isFalse();
    }
}
