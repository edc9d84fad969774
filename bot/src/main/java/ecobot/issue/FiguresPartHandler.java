package ecobot.issue;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a part of figures as one value, by position, up to its first null: the number of the unit; what is overdue, for long, for very long; closed on
 * time, late, due; reported, closed, verified, passed first, sent back, failed rechecks. A table is thousands of such rows; matching each of
 * their numbers to a parameter by name takes longer than the database takes to count them.
 */
@Component
@MappedTypes(FiguresPart.class)
class FiguresPartHandler implements TypeHandler<FiguresPart> {

    private static final int FIGURES = 12;

    /** @param columnName the row is read, whatever column is named */
    @Override
    public FiguresPart getResult(ResultSet row, @Nullable String columnName) throws SQLException {
        long unitId = row.getLong(1);
        var figures = new int[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            figures[i] = row.getInt(i + 2);
            if (figures[i] == 0 && row.wasNull()) {
                break;
            }
        }
        return new FiguresPart(new UnitFigures(
                unitId,
                figures[5],
                figures[3],
                figures[4],
                figures[6],
                figures[7],
                figures[0],
                figures[1],
                figures[2],
                figures[8],
                figures[9],
                figures[10],
                figures[11]));
    }

    @Override
    public FiguresPart getResult(ResultSet row, int columnIndex) throws SQLException {
        return getResult(row, null);
    }

    @Override
    public FiguresPart getResult(CallableStatement call, int columnIndex) {
        throw new UnsupportedOperationException("no procedure has figures");
    }

    @Override
    public void setParameter(PreparedStatement statement, int i, FiguresPart part, @Nullable JdbcType jdbcType) {
        throw new UnsupportedOperationException("figures are read only");
    }
}
