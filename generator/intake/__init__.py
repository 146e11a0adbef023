"""Converts office files (Word, Excel, our workbooks) to content files, through a workbook that an officer reviews."""
