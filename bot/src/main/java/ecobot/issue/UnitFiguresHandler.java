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
 * Reads a row of figures as one value, by position. A table is 1,500 rows of 13 numbers; matching each of them to a parameter by name takes
 * longer than the database takes to count them.
 */
@Component
@MappedTypes(UnitFigures.class)
class UnitFiguresHandler implements TypeHandler<UnitFigures> {

    /** @param columnName the row is read, whatever column is named */
    @Override
    public UnitFigures getResult(ResultSet row, @Nullable String columnName) throws SQLException {
        return new UnitFigures(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13));
    }

    @Override
    public UnitFigures getResult(ResultSet row, int columnIndex) throws SQLException {
        return getResult(row, null);
    }

    @Override
    public UnitFigures getResult(CallableStatement call, int columnIndex) {
        throw new UnsupportedOperationException("no procedure has figures");
    }

    @Override
    public void setParameter(PreparedStatement statement, int i, UnitFigures figures, @Nullable JdbcType jdbcType) {
        throw new UnsupportedOperationException("figures are read only");
    }
}
